import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryDocument } from '../../fixtures/documents/arbitrary.ts';
import { arbitraryDamage, damageDocument } from '../../fixtures/documents/damage.ts';
import { arbitraryEdit, plainDocument } from '../../fixtures/documents/edits.ts';
import { exampleSection, exampleText } from '../../fixtures/documents/example.ts';
import { renderDocument } from '../../fixtures/documents/render.ts';
import { diffDataflows } from './diff.ts';
import { readDataflow } from './read.ts';

function diff(before: string, after: string) {
  return diffDataflows(readDataflow(before), readDataflow(after));
}

const nothing = { changes: [], added: [], dropped: [], changed: [] };
const every = 'acme-customers-to-globex-contact/every';

test('a document, whatever is wrong with it, is not different from itself', () => {
  fc.assert(
    fc.property(arbitraryDocument, arbitraryDamage, (document, damage) => {
      const text = damageDocument(renderDocument(document), damage);
      expect(diff(text, text)).toEqual(nothing);
    }),
  );
});

test('when a document was generated, and on which lines, makes no difference', () => {
  fc.assert(
    fc.property(arbitraryDocument, (document) => {
      const later = { ...document, generated: '2025-01-01 00:00:00', prose: 'Shorter.' };
      expect(diff(renderDocument(document), renderDocument(later)).changes).toEqual([]);
    }),
  );
});

test('one change of a document is told as exactly that change', () => {
  fc.assert(
    fc.property(plainDocument.chain(arbitraryEdit), ({ before, after, expected }) => {
      const { changes } = diff(renderDocument(before), renderDocument(after));
      expect(changes).toMatchObject([expected]);
    }),
    { numRuns: 300 },
  );
});

test('there and back, what was added is what is dropped', () => {
  fc.assert(
    fc.property(arbitraryDocument, arbitraryDocument, (one, other) => {
      const there = diff(renderDocument(one), renderDocument(other));
      const back = diff(renderDocument(other), renderDocument(one));
      expect(there.added).toEqual(back.dropped);
      expect(there.dropped).toEqual(back.added);
      expect(there.changes).toHaveLength(back.changes.length);
    }),
  );
});

test('whom a change concerns: a type the row, a merge row the merge promise', () => {
  const rows = [{ source: 'name', target: 'fullName', type: '"list"' }];
  expect(diff(exampleText({}), exampleText({ properties: rows }))).toMatchObject({
    changed: ['acme-customers-to-globex-contact/property/name=fullName'],
    added: [],
    dropped: [],
  });
  const merging = (source: string) => exampleText({ mergeOn: [{ source, target: 'email' }] });
  expect(diff(merging('mail'), merging('email')).changed).toEqual([
    'acme-customers-to-globex-contact/merge',
  ]);
});

test('another opening rule is one change, which drops a requirement and adds one', () => {
  const after = exampleText({ opening: { kind: 'link-first' } });
  const linkFirst = 'acme-customers-to-globex-contact/link-first';
  expect(diff(exampleText({}), after)).toMatchObject({
    changes: [{ kind: 'opening-rule', requirements: [every, linkFirst] }],
    added: [linkFirst],
    dropped: [every],
    changed: [],
  });
});

test('a heading in other letters is the same section', () => {
  const after = exampleText({}).replace(/^Acme Customers to Globex Contact$/m, (heading) =>
    heading.replace('Contact', 'contact'),
  );
  expect(diff(exampleText({}), after).changes.map(({ kind }) => kind)).toContain('heading');
});

test('of two sections with the same heading each is compared with its like', () => {
  const twice = exampleText({}, { properties: [] });
  const { changes } = diff(twice, exampleText({}, { properties: exampleSection.properties }));
  expect(changes).toMatchObject([{ kind: 'row-added' }]);
});

test('a line that cannot be taken as it stands is told', () => {
  const { changes } = diff(exampleText({}), `${exampleText({})}\nlorem ipsum\n`);
  expect(changes).toMatchObject([{ kind: 'diagnostic-added' }]);
});
