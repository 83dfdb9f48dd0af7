import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryDocument, arbitrarySection } from '../../fixtures/documents/arbitrary.ts';
import { exampleText } from '../../fixtures/documents/example.ts';
import type { DocumentModel, SectionModel } from '../../fixtures/documents/model.ts';
import { renderDocument } from '../../fixtures/documents/render.ts';
import { readDataflow } from './read.ts';

/** The ids of each section of a text. */
function idsIn(text: string): readonly (readonly string[])[] {
  return readDataflow(text).sections.map(({ requirements }) => requirements.map(({ id }) => id));
}

function rowIds(...properties: SectionModel['properties']): readonly string[] {
  return idsIn(exampleText({ properties })).flat().slice(2);
}

const row = { source: 'name', target: 'fullName', type: '"string"' };

describe('an id', () => {
  const section = 'acme-customers-to-globex-contact';

  test('says the section, the rule, and the two properties in their own casing', () => {
    expect(idsIn(exampleText({}))).toEqual([
      [`${section}/every`, `${section}/both-ways`, `${section}/property/name=fullName`],
    ]);
  });

  test('of a repeated heading has the number of the repetition', () => {
    const ids = idsIn(exampleText({}, { source: 'Orders' }, {}, {})).map(([first]) => first);
    expect(ids).toEqual([
      `${section}/every`,
      'acme-orders-to-globex-contact/every',
      `${section}~2/every`,
      `${section}~3/every`,
    ]);
  });

  test('of a repeated row has the number of the repetition', () => {
    expect(rowIds(row, { ...row, target: 'other' }, { ...row, type: 'N/A' })).toEqual([
      `${section}/property/name=fullName`,
      `${section}/property/name=other`,
      `${section}/property/name=fullName~2`,
    ]);
  });

  test('is another one for headings that read alike', () => {
    const sources = ['Customer person', 'Customer-person', 'Customer (person)', 'CUSTOMER person'];
    const ids = idsIn(exampleText(...sources.map((source) => ({ source })))).flat();
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('does not change where a heading that reads alike goes', () => {
    const [, both] = idsIn(exampleText({ source: 'A b' }, { source: 'A-b' }));
    expect(idsIn(exampleText({ source: 'A-b' }))).toEqual([both]);
  });

  test('is another one for rows whose cells only together read alike', () => {
    const ids = rowIds(
      { source: 'a=b', target: 'c', type: 'N/A' },
      { source: 'a', target: 'b=c', type: 'N/A' },
      { source: 'a b', target: 'c', type: 'N/A' },
      { source: 'a-b', target: 'c', type: 'N/A' },
    );
    expect(ids.filter((id) => /~\d/.test(id))).toEqual([]);
  });

  test('of a long row is cut, and still tells rows apart', () => {
    const condition = 'Dependant on having NO in CountryCode'.repeat(10);
    const ids = rowIds(
      { ...row, source: `OrgNr (${condition})` },
      { ...row, source: `OrgNr (${condition}s)` },
      { ...row, source: 'plain'.repeat(50) },
      { ...row, source: 'plain'.repeat(51) },
    );
    expect(ids.flatMap((id) => id.split('/')).filter((part) => part.length > 120)).toEqual([]);
    expect(ids.filter((id) => /~\d/.test(id))).toEqual([]);
  });
});

describe('the readable part of an id', () => {
  const property = 'acme-customers-to-globex-contact/property';

  test('has a dash for a run of what cannot stand in it, but none at its ends', () => {
    expect(rowIds({ ...row, source: 'Org (nr) ' }, { ...row, source: '(a) - b+c' })).toEqual([
      expect.stringMatching(new RegExp(`^${property}/Org-nr~h[0-9a-z]+=fullName$`)),
      expect.stringMatching(new RegExp(`^${property}/a-b-c~h[0-9a-z]+=fullName$`)),
    ]);
  });

  test('is the whole text as long as it has 50 characters, and 50 of a longer one', () => {
    const fitting = 'p'.repeat(50);
    expect(rowIds({ ...row, source: fitting }, { ...row, source: `${fitting}q` })).toEqual([
      `${property}/${fitting}=fullName`,
      expect.stringMatching(new RegExp(`/${fitting}~h[0-9a-z]+=fullName$`)),
    ]);
  });

  test('and its hash never change: signatures are bound to them', () => {
    expect(rowIds({ ...row, source: 'Org (nr)' })).toEqual([`${property}/Org-nr~hb75f9w=fullName`]);
  });
});

/** Each section with another name, so that none is the repetition of another. */
function numbered({ sections, ...document }: DocumentModel): DocumentModel {
  return {
    ...document,
    sections: sections.map((section, index) => ({
      ...section,
      source: `${section.source} ${index}`,
    })),
  };
}

describe('ids', () => {
  test('are unique and safe in a URL fragment', () => {
    fc.assert(
      fc.property(arbitraryDocument, (document) => {
        const ids = idsIn(renderDocument(document)).flat();
        expect(new Set(ids).size).toBe(ids.length);
        for (const id of ids)
          expect(id).toMatch(/^[\p{L}\p{M}\p{N}=.~_-]+(\/[\p{L}\p{M}\p{N}=.~_-]+){1,2}$/u);
      }),
    );
  });

  test('of a section do not change with the order of the sections', () => {
    fc.assert(
      fc.property(
        arbitraryDocument.map(numbered).chain((document) =>
          fc.record({
            document: fc.constant(document),
            order: fc.shuffledSubarray(
              document.sections.map((_, index) => index),
              { minLength: document.sections.length },
            ),
          }),
        ),
        ({ document, order }) => {
          const ids = idsIn(renderDocument(document));
          const sections = order.flatMap((index) => document.sections.slice(index, index + 1));
          const reordered = idsIn(renderDocument({ ...document, sections }));
          expect(reordered).toEqual(order.map((index) => ids[index]));
        },
      ),
    );
  });

  test('do not change where another section comes or goes', () => {
    fc.assert(
      fc.property(arbitraryDocument, arbitrarySection, fc.nat(), (document, section, place) => {
        const whole = numbered({ ...document, sections: [...document.sections, section] });
        const at = place % whole.sections.length;
        const less = { ...whole, sections: whole.sections.toSpliced(at, 1) };
        expect(idsIn(renderDocument(less))).toEqual(idsIn(renderDocument(whole)).toSpliced(at, 1));
      }),
    );
  });

  test('do not change where another row comes or goes', () => {
    const row = fc.record({ source: fc.string(), target: fc.string(), type: fc.constant('N/A') });
    const rows = fc.uniqueArray(row, {
      minLength: 1,
      selector: ({ source, target }) => `${source.trim()}\n${target.trim()}`,
    });
    fc.assert(
      fc.property(rows, fc.nat(), (properties, place) => {
        const at = place % properties.length;
        expect(rowIds(...properties.toSpliced(at, 1))).toEqual(
          rowIds(...properties).toSpliced(at, 1),
        );
      }),
    );
  });
});
