import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryDocument, arbitraryJunk } from '../../fixtures/documents/arbitrary.ts';
import { arbitraryDamage, damageDocument } from '../../fixtures/documents/damage.ts';
import { renderDocument } from '../../fixtures/documents/render.ts';
import type { Dataflow } from './dataflow.ts';
import { readDataflow, readLines } from './read.ts';

/** Every line that is not blank was read as something, or has a diagnostic. */
function expectAccountedFor(text: string): void {
  const { dataflow, roles } = readLines(text);
  const reported = new Set(dataflow.diagnostics.map(({ line }) => line));
  const lines = text.split('\n');
  expect(roles).toHaveLength(lines.length);
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') expect(roles[index]).toBe('blank');
    else if (roles[index] === 'refused') expect(reported).toContain(index + 1);
    else expect(roles[index]).not.toBe('blank');
  }
}

describe('damaged documents', () => {
  test('are read without throwing, and no line is lost', () => {
    fc.assert(
      fc.property(arbitraryDocument, arbitraryDamage, (document, damage) => {
        expectAccountedFor(damageDocument(renderDocument(document), damage));
      }),
    );
  });

  test('any text at all is read without throwing, and no line is lost', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (lines) => {
        expectAccountedFor(lines.join('\n'));
      }),
    );
  });
});

/** Without line numbers, and without texts: a condition takes a line above it for its own. */
function promised({ sections, diagnostics, ...front }: Dataflow) {
  return {
    ...front,
    sections: sections.map((section) => ({
      names: [section.heading, section.source, section.target],
      promises: section.requirements.map(({ id, kind }) => ({ id, kind })),
      properties: section.properties.map(({ line, ...row }) => row),
      mergeOn: section.mergeOn.map(({ line, ...row }) => row),
    })),
  };
}

describe('one line of a flawless document', () => {
  test('that is foreign is reported where it stands, and takes no promise with it', () => {
    fc.assert(
      fc.property(arbitraryDocument, arbitraryJunk, fc.nat(), (document, junk, place) => {
        const lines = renderDocument(document).split('\n');
        const at = place % lines.length;
        // In the introduction's own paragraph any line is the introduction's.
        fc.pre(lines[at] !== document.prose && lines[at - 1] !== document.prose);
        const damaged = readDataflow(lines.toSpliced(at, 0, junk).join('\n'));
        expect(damaged.diagnostics).toEqual([
          { line: at + 1, text: junk, problem: expect.any(String) },
        ]);
        expect(promised(damaged)).toEqual(promised(readDataflow(lines.join('\n'))));
      }),
      { numRuns: 200 },
    );
  });

  test('cannot be deleted unnoticed, save the words of the introduction', () => {
    fc.assert(
      fc.property(arbitraryDocument, fc.nat(), (document, place) => {
        const lines = renderDocument(document).split('\n');
        const at = place % lines.length;
        fc.pre(lines[at] !== '' && lines[at] !== document.prose);
        const damaged = readDataflow(lines.toSpliced(at, 1).join('\n'));
        const isReported = damaged.diagnostics.length > 0;
        if (!isReported) {
          expect(promised(damaged)).not.toEqual(promised(readDataflow(lines.join('\n'))));
        }
      }),
      { numRuns: 200 },
    );
  });
});
