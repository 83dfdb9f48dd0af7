import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryDocument } from '../../fixtures/documents/arbitrary.ts';
import { generateDocuments } from '../../fixtures/documents/generate.ts';
import type { DocumentModel, SectionModel } from '../../fixtures/documents/model.ts';
import { renderDocument } from '../../fixtures/documents/render.ts';
import { entitiesOf, wordingOf } from '../../fixtures/documents/wording.ts';
import type { Dataflow, Section } from './dataflow.ts';
import { readDataflow } from './read.ts';

const squeezed = (text: string) => text.replaceAll(/ +/g, ' ').trim();

/** What of a section is to be found again, whatever its lines and ids. */
function asPromised(section: SectionModel, document: DocumentModel) {
  const { source, target } = entitiesOf(section, document);
  const rows = section.properties.map((row) => `${row.source} = ${row.target}, ${row.type}`);
  return {
    heading: `${source} to ${target}`.trim(),
    source: squeezed(source),
    target: squeezed(target),
    promises: [
      ...wordingOf(section, document).map(({ kind, lines }) => ({
        kind,
        text: squeezed(lines.join(' ')),
      })),
      ...rows.map((text) => ({ kind: 'property', text })),
    ],
    properties: section.properties,
    mergeOn: section.mergeOn ?? [],
  };
}

function asRead({ heading, source, target, requirements, properties, mergeOn }: Section) {
  return {
    heading,
    source,
    target,
    promises: requirements.map(({ kind, text }) => ({
      kind,
      text: kind === 'property' ? text : squeezed(text),
    })),
    properties: properties.map(({ line, ...row }) => row),
    mergeOn: mergeOn.map(({ line, ...row }) => row),
  };
}

function expectRead(dataflow: Dataflow, document: DocumentModel): void {
  expect(dataflow.diagnostics).toEqual([]);
  expect(dataflow.generated).toBe(document.generated);
  expect([dataflow.source, dataflow.target]).toEqual([document.source, document.target]);
  expect(dataflow.sections.map(asRead)).toEqual(
    document.sections.map((section) => asPromised(section, document)),
  );
}

test.each(['\n', '\r\n'] as const)(
  'a document written with %j is read as it was meant',
  (lineEnd) => {
    fc.assert(
      fc.property(arbitraryDocument, fc.boolean(), (document, hasByteOrderMark) => {
        expectRead(readDataflow(renderDocument(document, { lineEnd, hasByteOrderMark })), document);
      }),
    );
  },
);

test('line ends make no difference, mixed as they may be', () => {
  fc.assert(
    fc.property(arbitraryDocument, fc.infiniteStream(fc.boolean()), (document, coin) => {
      const text = renderDocument(document);
      const mixed = text.replaceAll('\n', () => (coin.next().value ? '\r\n' : '\n'));
      expect(readDataflow(mixed)).toEqual(readDataflow(text));
    }),
  );
});

test('wrapped sentences are read as if they were not wrapped', () => {
  fc.assert(
    fc.property(arbitraryDocument, fc.integer({ min: 60, max: 120 }), (document, wrapAt) => {
      const sections = document.sections.filter(({ opening }) => opening.kind !== 'conditional');
      const unconditional = { ...document, sections };
      expectRead(readDataflow(renderDocument(unconditional, { wrapAt })), unconditional);
    }),
  );
});

test('the documents that speed is measured on are the same each time, and without a flaw', () => {
  const documents = generateDocuments({ count: 50, seed: 7 });
  expect(generateDocuments({ count: 50, seed: 7 })).toEqual(documents);
  expect(documents.flatMap((text) => readDataflow(text).diagnostics)).toEqual([]);
});
