import { expect, test } from 'vitest';
import { exampleSection, exampleText } from '../../../fixtures/documents/example.ts';
import { diffDataflows } from '../diff.ts';
import { readDataflow } from '../read.ts';

function changes(before: string, after: string) {
  return diffDataflows(readDataflow(before), readDataflow(after)).changes;
}

const section = 'Acme Customers to Globex Contact';
const slug = 'acme-customers-to-globex-contact';
const named = (source: string) => `Acme ${source} to Globex Contact`;
const sections = (...sources: readonly string[]) =>
  exampleText(...sources.map((source) => ({ source })));

test('a title is told in its own words, old and new', () => {
  const after = exampleText({}).replace('Acme to Globex Dataflow', 'Acme  to Globex Dataflow');
  expect(changes(exampleText({}), after)).toEqual([
    {
      kind: 'title',
      section: '',
      before: 'Acme to Globex Dataflow',
      after: 'Acme  to Globex Dataflow',
      requirements: [],
    },
  ]);
});

test('another order of sections is told by the stretch that differs', () => {
  expect(changes(sections('A', 'B', 'C', 'D'), sections('A', 'C', 'B', 'D'))).toEqual([
    {
      kind: 'section-order',
      section: '',
      before: `${named('B')}; ${named('C')}`,
      after: `${named('C')}; ${named('B')}`,
      requirements: [],
    },
  ]);
});

test('a section that comes or goes concerns all its requirements', () => {
  const requirements = ['every', 'both-ways', 'property/name=fullName'].map(
    (id) => `acme-b-to-globex-contact/${id}`,
  );
  const told = { section: named('B'), requirements };
  expect(changes(sections('A'), sections('A', 'B'))).toEqual([
    { ...told, kind: 'section-added', after: named('B') },
  ]);
  expect(changes(sections('A', 'B'), sections('A'))).toEqual([
    { ...told, kind: 'section-dropped', before: named('B') },
  ]);
});

test('a heading in other letters concerns nothing that is signed', () => {
  const heading = section.replace('Customers', 'CUSTOMERS');
  expect(changes(sections('Customers'), sections('CUSTOMERS'))).toContainEqual({
    kind: 'heading',
    section: heading,
    before: section,
    after: heading,
    requirements: [],
  });
});

test('an opening rule that goes, and none comes, is a promise dropped', () => {
  const every = 'Every Acme Customers will be synchronized with a Globex Contact.';
  const promise = { section, requirements: [`${slug}/every`] };
  const without = exampleText({}).replace(every, '');
  expect(changes(exampleText({}), without)).toContainEqual({
    ...promise,
    kind: 'promise-dropped',
    before: every,
  });
  expect(changes(without, exampleText({}))).toContainEqual({
    ...promise,
    kind: 'promise-added',
    after: every,
  });
});

test('what cannot be read is told with what is wrong with it, as often as it is there', () => {
  const one = `${exampleText({})}\nlorem ipsum\n`;
  const two = `${one}\nlorem ipsum\n`;
  const told = { section: '', requirements: [] };
  const words = expect.stringMatching(/^lorem ipsum: not a sentence/);
  expect(changes(one, two)).toEqual([{ ...told, kind: 'diagnostic-added', after: words }]);
  expect(changes(two, one)).toEqual([{ ...told, kind: 'diagnostic-dropped', before: words }]);
  expect(changes(exampleText({}), two)).toHaveLength(2);
});

test('another order of rows is told in the words of the rows', () => {
  const [row = { source: '', target: '', type: '' }] = exampleSection.properties;
  const rows = ['a', 'b', 'c'].map((source) => ({ ...row, source }));
  const after = exampleText({ properties: rows.toReversed() });
  expect(changes(exampleText({ properties: rows }), after)).toEqual([
    {
      kind: 'promise-order',
      section,
      before: 'a = fullName, "string"; b = fullName, "string"; c = fullName, "string"',
      after: 'c = fullName, "string"; b = fullName, "string"; a = fullName, "string"',
      requirements: [],
    },
  ]);
});
