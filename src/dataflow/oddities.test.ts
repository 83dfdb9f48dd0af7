import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { exampleDocument, exampleSection, exampleText } from '../../fixtures/documents/example.ts';
import { renderDocument } from '../../fixtures/documents/render.ts';
import { readDataflow } from './read.ts';

/** The only section of a text that has no flaw. */
function onlySection(text: string) {
  const { sections, diagnostics } = readDataflow(text);
  expect(diagnostics).toEqual([]);
  expect(sections).toHaveLength(1);
  return sections[0];
}

describe('the whole document', () => {
  test.each(['\n', '\r\n'])(
    'our own, with %j, has three sections and seven promises',
    (lineEnd) => {
      const url = new URL('../../specs/crmoffice-poweroffice-go/dataflow.rst', import.meta.url);
      const dataflow = readDataflow(readFileSync(url, 'utf8').replaceAll(/\r?\n/g, lineEnd));
      expect(dataflow).toMatchObject({
        title: 'CRMOffice to PowerOffice GO Dataflow',
        source: 'CRMOffice',
        target: 'PowerOffice GO',
        generated: '2024-09-17 09:49:51',
        diagnostics: [],
      });
      expect(dataflow.sections.map(({ heading }) => heading)).toEqual([
        'CRMOffice Activities to PowerOffice GO Projectactivity',
        'CRMOffice Activities to PowerOffice GO Timetrackingactivity',
        'CRMOffice Contacts to PowerOffice GO Contactperson',
      ]);
      expect(dataflow.sections.map(({ properties }) => properties.length)).toEqual([1, 0, 0]);
      expect(dataflow.sections.flatMap(({ requirements }) => requirements)).toHaveLength(7);
    },
  );

  test('without a section is valid and promises nothing', () => {
    const text = renderDocument({ ...exampleDocument, sections: [] });
    expect(readDataflow(text)).toMatchObject({ source: 'Acme', sections: [], diagnostics: [] });
  });

  test('can have a byte order mark and an introduction whose name ends in a stop', () => {
    const document = { ...exampleDocument, introduction: 'Introduction.' as const };
    onlySection(renderDocument(document, { hasByteOrderMark: true }));
  });

  test('has its title without the byte order mark', () => {
    const text = exampleText({}).replace(/^=+\n/, '\uFEFF');
    expect(readDataflow(text).title).toBe('Acme to Globex Dataflow');
  });

  test.each([
    ['Acme', ''],
    ['', 'Globex'],
    ['', ''],
  ])('can leave out the names of its systems: "%s" to "%s"', (source, target) => {
    const opening = { kind: 'link-first' as const };
    const section = { ...exampleSection, opening, createdBy: ['Orders'], mergeOn: [] };
    const text = renderDocument({ ...exampleDocument, source, target, sections: [section] });
    expect(readDataflow(text)).toMatchObject({ source, target });
    expect(onlySection(text)).toMatchObject({
      source: `${source} Customers`.trim(),
      target: `${target} Contact`.trim(),
    });
  });
});

describe('names', () => {
  test('of entities can contain " to ": the sentences tell where the heading parts', () => {
    expect(onlySection(exampleText({ source: 'Ship to', target: 'Bill to Party' }))).toMatchObject({
      source: 'Acme Ship to',
      target: 'Globex Bill to Party',
    });
  });

  test('of entities can contain " to " where no sentence is left: the systems tell then', () => {
    const text = 'Acme Ship to Party to Globex Contact\n------------------------------------\n';
    const front = renderDocument({ ...exampleDocument, sections: [] });
    expect(readDataflow(front + text).sections[0]).toMatchObject({
      source: 'Acme Ship to Party',
      target: 'Globex Contact',
    });
  });

  test('of entities are split at the first " to " where nothing tells otherwise', () => {
    const text = 'Initech Ship to Party to Contact\n--------------------------------\n';
    const front = renderDocument({ ...exampleDocument, sections: [] });
    expect(readDataflow(front + text).sections[0]).toMatchObject({
      source: 'Initech Ship',
      target: 'Party to Contact',
    });
  });

  test('of entities are split where a sentence tells, whatever the systems are called', () => {
    const heading = 'Acme A to Initech B to Globex C';
    const text = `${heading}\n${'-'.repeat(31)}\nEvery Acme A will be synchronized with a Initech B to Globex C.\n`;
    const front = renderDocument({ ...exampleDocument, sections: [] });
    expect(readDataflow(front + text).sections[0]).toMatchObject({
      source: 'Acme A',
      target: 'Initech B to Globex C',
    });
  });

  test('of entities are told by the first sentence that has both, where the heading has none', () => {
    const opening = { kind: 'conditional', condition: 'At night', blanks: 1 } as const;
    const text = exampleText({ opening }).replace(
      /^Acme Customers to Globex Contact$/m,
      'Acme Customers II Globex Contact',
    );
    expect(readDataflow(text).sections[0]).toMatchObject({
      source: 'Acme Customers',
      target: 'Globex Contact',
    });
  });

  test('of systems can contain " to ": the headings tell where the title parts', () => {
    const document = { ...exampleDocument, source: 'Door to Door', target: 'Back to Base' };
    expect(readDataflow(renderDocument(document))).toMatchObject({
      source: 'Door to Door',
      target: 'Back to Base',
      diagnostics: [],
    });
  });

  test('can have parentheses and words of the sentences themselves', () => {
    const names = { source: 'Customers (human data)', target: 'Link and a Contact' };
    expect(onlySection(exampleText(names))).toMatchObject({
      source: 'Acme Customers (human data)',
      target: 'Globex Link and a Contact',
    });
  });

  test('of systems can be written otherwise in an entity, and the types be headed by that', () => {
    const text = exampleText({}).replaceAll(/Globex (Contact|Data Type)/g, 'GlobexGO Suite $1');
    const underlined = text.replace('-'.repeat(32), '-'.repeat(40));
    expect(onlySection(underlined)).toMatchObject({ target: 'GlobexGO Suite Contact' });
  });
});

describe('cells', () => {
  test.each([
    'OrgNr (Dependant on having NO in CountryCode)',
    'OrgNr (Dependant on having  in )',
    '* - |x|',
    '- a',
    '["integer", ["decimal", "_."]]',
    '"if","matches","+*","_."],"join"," ","slice", 1,"split", " ","_."]]],"_."]',
  ])('can contain anything: %s', (cell) => {
    const properties = [{ source: cell, target: cell, type: cell }];
    expect(onlySection(exampleText({ properties }))?.properties).toEqual([
      { source: cell, target: cell, type: cell, line: 26 },
    ]);
  });

  test('are read without the blanks and tabs behind them', () => {
    const text = exampleText({}).replace('* - name', '* - name\t ');
    expect(onlySection(text)?.properties[0]?.source).toBe('name');
  });

  test('of one source can go to several targets, and of several sources to one', () => {
    const properties = [
      { source: 'a', target: 'x', type: 'N/A' },
      { source: 'a', target: 'y', type: 'N/A' },
      { source: 'b', target: 'x', type: 'N/A' },
    ];
    expect(onlySection(exampleText({ properties }))?.properties).toMatchObject(properties);
  });
});

describe('sentences', () => {
  const long = 'Every Acme Customers will be synchronized with a Globex Contact.';

  test('can be wrapped: the promise has the first line, and the lines joined by a blank', () => {
    const text = exampleText({}).replace(long, long.replace(' with', '\nwith'));
    expect(onlySection(text)?.requirements[0]).toMatchObject({ line: 14, text: long });
  });

  test('can stand in one paragraph', () => {
    const text = exampleText({}).replace(`${long}\n\n`, `${long}\n`);
    expect(onlySection(text)?.requirements.map(({ line }) => line)).toEqual([14, 15, 25]);
  });

  test('are promises in the order of their lines, whatever that order', () => {
    const bothWays = exampleText({}).split('\n')[15] ?? '';
    const text = `${exampleText({}).replace(bothWays, '')}${bothWays}\n`;
    const kinds = onlySection(text)?.requirements.map(({ kind }) => kind);
    expect(kinds).toEqual(['every', 'property', 'both-ways']);
  });

  test('can end the document, without a line end behind them', () => {
    const bothWays = exampleText({}).split('\n')[15] ?? '';
    const text = `${exampleText({}).replace(bothWays, '')}\n${bothWays}`;
    expect(onlySection(text)?.requirements.map(({ kind }) => kind)).toContain('both-ways');
  });

  test('about a condition that is wrapped are read whole, with a word about the first lines', () => {
    const wrapped = 'When it is not\na person, it  will be synchronized with a Globex Contact.';
    const { sections, diagnostics } = readDataflow(exampleText({}).replace(long, wrapped));
    expect(sections[0]?.requirements[0]).toMatchObject({
      kind: 'conditional',
      line: 14,
      text: wrapped.replace('\n', ' '),
    });
    const problem = expect.stringMatching(/^read as the beginning of the condition/);
    expect(diagnostics).toEqual([{ line: 14, text: 'When it is not', problem }]);
  });
});
