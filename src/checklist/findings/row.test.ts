import { describe, expect, test } from 'vitest';
import type { Requirement } from '../../dataflow/dataflow.ts';
import type { PropertyContract } from '../contract.ts';
import type { ExaminedSection } from '../examined-section.ts';
import { rowFindings } from './row.ts';

const row = { source: 'name', target: 'title', type: '"string"', line: 26 };
const requirement: Requirement = { id: 'the-row', kind: 'property', line: 26, text: '' };

function property(name: string, rest: Partial<PropertyContract> = {}): PropertyContract {
  const open = { readOnly: false, required: false, unique: false };
  return { name, type: 'string', source: 'a document', ...open, ...rest };
}

/** What is found where the two properties are like this, in a document that also fills `Card`. */
function found(
  source: Partial<PropertyContract>,
  target: Partial<PropertyContract>,
  settings: ExaminedSection['settings'] = {},
  of = row,
) {
  const examined: ExaminedSection = {
    section: {
      heading: 'Acme Customers to Globex Contact',
      line: 12,
      source: 'Acme Customers',
      target: 'Globex Contact',
      requirements: [requirement],
      properties: [row],
      mergeOn: [],
    },
    source: { name: 'Customers', properties: [property('other'), property('name', source)] },
    target: { name: 'Contact', properties: [property('other'), property('title', target)] },
    targets: new Set(['Contact', 'Card']),
    settings,
  };
  return rowFindings(examined, requirement, of);
}

test('Two properties that can be written and are alike are no finding', () => {
  expect(found({}, {})).toEqual([]);
});

test('Each property that the API does not have is a finding, and nothing else is looked for', () => {
  expect(found({ name: 'x', readOnly: true }, { name: 'y' })).toEqual([
    {
      kind: 'unknown-property',
      requirement: 'the-row',
      text: 'Acme Customers has no property name.',
      source: 'contract, Customers',
    },
    {
      kind: 'unknown-property',
      requirement: 'the-row',
      text: 'Globex Contact has no property title.',
      source: 'contract, Contact',
    },
  ]);
});

test('A cell that is empty is no property', () => {
  const texts = found({}, {}, {}, { ...row, target: '' }).map(({ text }) => text);
  expect(texts).toEqual(['Globex Contact has no property (the cell is empty).']);
});

test('A property that cannot be written says where that is from, and how settings close it', () => {
  const finding = {
    kind: 'read-only',
    requirement: 'the-row',
    text: 'title of Globex Contact is read-only: an edit on the other side cannot be written there.',
    source: 'contract, Globex Contact.title',
  };
  expect(found({}, { readOnly: true })).toEqual([finding]);
  const writeThrough = { title: { section: 'A to B', property: 'label' } };
  const settled = 'the settings write it through: label of the counterpart in "A to B"';
  expect(found({}, { readOnly: true, assumed: 'guessed' }, { writeThrough })).toEqual([
    { ...finding, settled, assumed: 'guessed' },
  ]);
});

describe('A value that lives in another record', () => {
  const coupledTo = { entity: 'Card', property: 'label', ownKey: 'card', theirKey: 'id' };
  const where = 'title of Globex Contact is the label of the';

  test('is a finding, and more so where another section keeps that record', () => {
    expect(found({}, { coupledTo })).toEqual([
      {
        kind: 'coupled',
        requirement: 'the-row',
        text: `${where} Card whose id is its card, which another section of this document keeps in sync by its own rules. Writing it renames that record everywhere it is shown.`,
        source: 'contract, Globex Contact.title',
      },
    ]);
    const [finding] = found({}, { coupledTo: { ...coupledTo, entity: 'Slip' } });
    expect(finding?.text).toBe(
      `${where} Slip whose id is its card. Writing it renames that record everywhere it is shown.`,
    );
  });
});

describe('What one side can hold and the other cannot', () => {
  /** Of each finding the property that cannot hold, and why. */
  const short = (source: Partial<PropertyContract>, target: Partial<PropertyContract>) =>
    found(source, target).map(({ kind, text, source: said }) => {
      expect(kind).toBe('cannot-hold');
      expect(said).toMatch(/^contract, (Acme Customers\.name|Globex Contact\.title)$/);
      return text.replace(' of Globex Contact', '').replace(' of Acme Customers', '');
    });

  test('is a longer text', () => {
    const why = 'title cannot hold all that name can: it takes 50 characters, the other';
    expect(short({}, { maxLength: 50 })).toEqual([`${why} no known limit.`]);
    expect(short({ maxLength: 51 }, { maxLength: 50 })).toEqual([`${why} up to 51.`]);
    expect(short({ maxLength: 50 }, { maxLength: 50 })).toEqual([]);
  });

  test('is another type, on the side that is no text', () => {
    expect(short({ type: 'integer' }, {})).toEqual([
      expect.stringMatching(/^name cannot hold all that title can: .* string, .* integer\.$/),
    ]);
    expect(short({ type: 'date' }, { type: 'stamp' })).toEqual([
      'title cannot hold all that name can: one is a date, the other a stamp.',
      'name cannot hold all that title can: one is a stamp, the other a date.',
    ]);
  });

  test('is no whole number where the other takes fractions', () => {
    expect(short({ type: 'integer' }, { type: 'decimal' })).toEqual([
      expect.stringMatching(/^name cannot hold all that title can: .* decimal, .* integer\.$/),
    ]);
    expect(short({ type: 'boolean' }, { type: 'decimal' })).toHaveLength(2);
    expect(short({ type: 'boolean' }, { type: 'integer' })).toHaveLength(2);
  });

  test('is never a number whose text could be long', () => {
    expect(short({ type: 'integer' }, { maxLength: 5 })).toHaveLength(1);
    expect(short({ type: 'list' }, { type: 'list', maxLength: 5 })).toEqual([]);
  });

  test('carries the assumption that it leans on', () => {
    expect(found({ assumed: 'guessed' }, { maxLength: 5 })).toMatchObject([{ assumed: 'guessed' }]);
    expect(found({}, { maxLength: 5 })[0]).not.toHaveProperty('assumed');
  });
});
