import { describe, expect, test } from 'vitest';
import { exampleText } from '../../fixtures/documents/example.ts';
import { readDataflow } from '../dataflow/read.ts';
import { defaultSettings, type SectionSettings } from '../settings.ts';
import type { EntityContract, PropertyContract } from './contract.ts';
import { examine } from './examine.ts';
import type { FindingKind } from './finding.ts';

const section = 'acme-customers-to-globex-contact';
const heading = 'Acme Customers to Globex Contact';

function property(name: string, rest: Partial<PropertyContract> = {}): PropertyContract {
  const open = { readOnly: false, required: false, unique: false };
  return { name, type: 'string', source: 'a document', ...open, ...rest };
}

const customers: EntityContract = {
  name: 'Customers',
  modifiedAt: 'modifiedAt',
  properties: [property('name')],
};
const contact: EntityContract = {
  name: 'Contact',
  modifiedAt: 'modifiedAt',
  properties: [property('fullName')],
};

interface Given {
  readonly source?: Partial<EntityContract>;
  readonly target?: Partial<EntityContract>;
  readonly settings?: SectionSettings;
  readonly text?: string;
}

/** What is found in the example, Customers `name` to Contact `fullName`, with these changes. */
function found({ source, target, settings = {}, text = exampleText({}) }: Given) {
  return examine({
    dataflow: readDataflow(text),
    settings: { ...defaultSettings, sections: { [heading]: settings } },
    contracts: {
      source: { system: 'Acme', entities: [{ ...customers, ...source }], assumptions: [] },
      target: { system: 'Globex', entities: [{ ...contact, ...target }], assumptions: [] },
    },
  });
}

function only(given: Given, kind: FindingKind) {
  const findings = found(given);
  expect(findings.map((finding) => finding.kind)).toEqual([kind]);
  return findings[0];
}

test('A document that both APIs can carry out has no findings', () => {
  expect(found({})).toEqual([]);
});

test('An entity that the API does not have is found', () => {
  expect(only({ target: { name: 'Person' } }, 'unknown-entity')?.text).toContain('Globex Contact');
});

test('An entity that the API does not have is told by the system that lacks it', () => {
  expect(found({ source: { name: 'Clients' }, target: { name: 'Person' } })).toEqual([
    {
      kind: 'unknown-entity',
      requirement: `${section}/every`,
      text: 'The contract of Acme has no entity for "Acme Customers".',
      source: 'contract',
    },
  ]);
  expect(only({ target: { name: 'Person' } }, 'unknown-entity')?.text).toBe(
    'The contract of Globex has no entity for "Globex Contact".',
  );
});

test('An entity that is missing at a heading alone is told for the heading', () => {
  const text = exampleText({}).split('\n').slice(0, 13).join('\n');
  const finding = only({ text, source: { name: 'Clients' } }, 'unknown-entity');
  expect(finding).toMatchObject({ requirement: heading, text: expect.stringContaining('of Acme') });
});

test('A value that lives in a record of another section is told to', () => {
  const coupledTo = { entity: 'Contact', property: 'title', ownKey: 'card', theirKey: 'id' };
  const target = { properties: [property('fullName', { coupledTo })] };
  expect(only({ target }, 'coupled')?.text).toContain('which another section');
});

test.each([
  [{ opening: { kind: 'every' } }, 'every'],
  [{ opening: { kind: 'conditional', condition: 'At night', blanks: 1 } }, 'conditional'],
  [{ opening: { kind: 'link-first' }, createdBy: ['Orders'] }, 'created-by-relation'],
  [{ opening: { kind: 'link-first' }, adopts: true }, 'adopt-or-create'],
] as const)('What creates counterparts is held to what they need: %j', (change, kind) => {
  const text = exampleText(change);
  const finding = only({ text, target: { parent: 'Company' } }, 'parent-unmapped');
  expect(finding?.requirement).toBe(`${section}/${kind}`);
});

test('Nothing is asked of promises that create nothing, nor of their tables', () => {
  const mergeOn = [{ source: 'email', target: 'mail' }];
  const text = exampleText({ opening: { kind: 'link-first' }, mergeOn });
  expect(found({ text, target: { parent: 'Company' } })).toEqual([]);
});

test('Each row is held against its own two properties', () => {
  const row = { source: 'name', target: 'fullName', type: '"string"' };
  const text = exampleText({ properties: [row, { ...row, target: 'alias' }] });
  expect(only({ text }, 'unknown-property')?.requirement).toBe(`${section}/property/name=alias`);
});

describe('for a property row', () => {
  const requirement = `${section}/property/name=fullName`;

  test('a property that the API does not have is found', () => {
    const finding = only({ target: { properties: [] } }, 'unknown-property');
    expect(finding).toMatchObject({ requirement, text: expect.stringContaining('fullName') });
  });

  test('a property that cannot be written is found, on either side', () => {
    const target = { properties: [property('fullName', { readOnly: true })] };
    expect(only({ target }, 'read-only')).not.toHaveProperty('settled');
    const source = { properties: [property('name', { readOnly: true })] };
    expect(only({ source }, 'read-only')?.text).toContain('name of Acme Customers');
  });

  test('a read-only property that settings write through another record is settled', () => {
    const target = { properties: [property('fullName', { readOnly: true })] };
    const writeThrough = { fullName: { section: 'A to B', property: 'title' } };
    const finding = only({ target, settings: { writeThrough } }, 'read-only');
    expect(finding?.settled).toContain('title of the counterpart in "A to B"');
  });

  test('a value that lives in another record is found', () => {
    const coupledTo = { entity: 'Card', property: 'title', ownKey: 'card', theirKey: 'id' };
    const target = { properties: [property('fullName', { coupledTo })] };
    expect(only({ target }, 'coupled')?.text).toContain('Card');
  });

  test('a side that is shorter or of a narrower type is found', () => {
    const shorter = { properties: [property('fullName', { maxLength: 50 })] };
    expect(only({ target: shorter }, 'cannot-hold')?.text).toContain('50 characters');
    const number = { properties: [property('fullName', { type: 'integer' })] };
    expect(only({ target: number }, 'cannot-hold')?.text).toContain('string');
  });

  test('an assumed fact carries its assumption into the finding', () => {
    const target = { properties: [property('fullName', { readOnly: true, assumed: 'guessed' })] };
    expect(only({ target }, 'read-only')?.assumed).toBe('guessed');
  });
});

describe('for the creation of counterparts', () => {
  const properties = [property('fullName'), property('code', { required: true })];

  test('a required value that nothing is mapped to is found', () => {
    expect(only({ target: { properties } }, 'required-unmapped')).toMatchObject({
      requirement: `${section}/every`,
      text: expect.stringContaining(' code,'),
    });
  });

  test('it is settled where the settings provide it', () => {
    const settings = { provide: { code: { kind: 'marker', prefix: 'A-' } } } as const;
    const finding = only({ target: { properties }, settings }, 'required-unmapped');
    expect(finding?.settled).toContain('"A-"');
  });

  test('a required value that is mapped, or cannot be written, is no gap', () => {
    const mapped = { properties: [property('fullName', { required: true })] };
    expect(found({ target: mapped })).toEqual([]);
    const own = property('number', { required: true, readOnly: true });
    expect(found({ target: { properties: [property('fullName'), own] } })).toEqual([]);
  });

  test('a parent that the document does not name is found, and settled by the settings', () => {
    const target = { parent: 'Company' };
    expect(only({ target }, 'parent-unmapped')).not.toHaveProperty('settled');
    const parent = { entity: 'Company', property: 'code', value: 7 };
    const finding = only({ target, settings: { parent } }, 'parent-unmapped');
    expect(finding?.settled).toContain('Company whose code is 7');
  });
});

describe('for keeping in sync', () => {
  test('an entity without modification times is found', () => {
    const { modifiedAt: _, ...unstamped } = contact;
    const dataflow = readDataflow(exampleText({}));
    const contracts = {
      source: { system: 'Acme', entities: [customers], assumptions: [] },
      target: { system: 'Globex', entities: [unstamped], assumptions: [] },
    };
    expect(examine({ dataflow, contracts, settings: defaultSettings })).toEqual([
      {
        kind: 'no-modification-time',
        requirement: `${section}/both-ways`,
        text: expect.stringMatching(/^Globex Contact .*first seen\.$/),
        source: 'contract, Contact',
      },
    ]);
  });

  test('a section that names no property is found', () => {
    const finding = only({ text: exampleText({ properties: [] }) }, 'nothing-carried');
    expect(finding).toMatchObject({
      requirement: `${section}/both-ways`,
      text: expect.stringContaining('names no property'),
      source: 'the document, line 16',
    });
  });
});
