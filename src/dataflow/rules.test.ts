import { describe, expect, test } from 'vitest';
import { exampleText } from '../../fixtures/documents/example.ts';
import { readDataflow } from './read.ts';

function requirementsIn(text: string) {
  const { sections, diagnostics } = readDataflow(text);
  expect(diagnostics).toEqual([]);
  return sections.flatMap(({ requirements }) => requirements);
}

describe('the rules that open a section', () => {
  test('every is read with its line and its own words', () => {
    expect(requirementsIn(exampleText({}))[0]).toEqual({
      id: 'acme-customers-to-globex-contact/every',
      kind: 'every',
      line: 14,
      text: 'Every Acme Customers will be synchronized with a Globex Contact.',
    });
  });

  test('conditional keeps its condition and the two blanks after "it"', () => {
    const condition = 'removed person customers for now, see note';
    const text = exampleText({ opening: { kind: 'conditional', condition, blanks: 2 } });
    expect(requirementsIn(text)[0]).toMatchObject({
      kind: 'conditional',
      text: `${condition}, it  will be synchronized with a Globex Contact.`,
    });
  });

  test('conditional is not taken for every where it begins with the same word', () => {
    const condition = 'Every Acme Customers that is not a person';
    const text = exampleText({ opening: { kind: 'conditional', condition, blanks: 1 } });
    expect(requirementsIn(text)[0]).toMatchObject({ kind: 'conditional' });
  });

  test('link-first is read', () => {
    expect(requirementsIn(exampleText({ opening: { kind: 'link-first' } }))[0]).toMatchObject({
      kind: 'link-first',
      text: 'Before any synchronization can take place, a link between a Acme Customers and a Globex Contact must be established.',
    });
  });
});

describe('the rules that follow', () => {
  test('merge is one requirement, its rows are alternatives', () => {
    const mergeOn = [
      { source: 'email', target: 'mail' },
      { source: 'id', target: 'number' },
    ];
    const text = exampleText({ opening: { kind: 'link-first' }, mergeOn });
    expect(requirementsIn(text).map(({ kind }) => kind)).toEqual([
      'link-first',
      'merge',
      'both-ways',
      'property',
    ]);
    expect(readDataflow(text).sections[0]?.mergeOn).toEqual([
      { source: 'email', target: 'mail', line: 23 },
      { source: 'id', target: 'number', line: 25 },
    ]);
  });

  test.each([
    [['Orders'], 'a Acme Orders that'],
    [['Orders', 'Projects'], 'a Acme Orders, or Projects that'],
    [['Orders', 'Projects', 'Quotes'], 'a Acme Orders, Projects, or Quotes that'],
  ])('created-by-relation is read with the records %j', (createdBy, words) => {
    const requirements = requirementsIn(exampleText({ createdBy }));
    expect(requirements[1]).toMatchObject({
      kind: 'created-by-relation',
      text: expect.stringContaining(words),
    });
  });

  test('adopt-or-create is one requirement although it takes two lines', () => {
    expect(requirementsIn(exampleText({ adopts: true }))[1]).toEqual({
      id: 'acme-customers-to-globex-contact/adopt-or-create',
      kind: 'adopt-or-create',
      line: 16,
      text: 'If a matching Globex Contact already exists, the Acme Customers will be merged with the existing one. If no matching Globex Contact is found, a new Globex Contact will be created.',
    });
  });

  test('both-ways and the property rows come last', () => {
    expect(requirementsIn(exampleText({})).slice(1)).toEqual([
      {
        id: 'acme-customers-to-globex-contact/both-ways',
        kind: 'both-ways',
        line: 16,
        text: 'Once a link between a Acme Customers and a Globex Contact is established, it will keep in sync between the two systems, regardless of where it is edited.',
      },
      {
        id: 'acme-customers-to-globex-contact/property/name=fullName',
        kind: 'property',
        line: 26,
        text: 'name = fullName, "string"',
      },
    ]);
  });

  test('a section without property rows promises the rest', () => {
    const kinds = requirementsIn(exampleText({ properties: [] })).map(({ kind }) => kind);
    expect(kinds).toEqual(['every', 'both-ways']);
  });
});
