import { describe, expect, test } from 'vitest';
import { exampleText } from '../../fixtures/documents/example.ts';
import { readDataflow } from './read.ts';

/** The lines and the words of what is wrong with a text. */
function problemsIn(text: string) {
  return readDataflow(text).diagnostics.map(({ line, problem }) => `${line}: ${problem}`);
}

const every = 'Every Acme Customers will be synchronized with a Globex Contact.';
const bothWays = /Once a link .*\n/;
const announcement = /The following properties .*\n/;

describe('what is wrong with a document', () => {
  test.each([
    ['no title', 'Acme to Globex Dataflow', 'Overview', /^1: no title/],
    [
      'no line above or below the title',
      '=======================\n\n',
      '\n\n',
      /^2: the title lacks/,
    ],
    ['no line above the title', '=======================\nA', '\nA', /^2: the title lacks/],
    ['no time of generation', 'Generated: ', 'Made: ', /^1: no "Generated:" line/],
    ['another form of time', '2024-09-17', '17.09.2024', /^5: not a time/],
    ['no introduction', 'Introduction', 'Foreword', /^1: no section "Introduction"/],
  ])('is reported: %s', (_, part, instead, problem) => {
    expect(problemsIn(exampleText({}).replace(part, instead))).toContainEqual(
      expect.stringMatching(problem),
    );
  });

  test('is a second introduction, with all that stands below it', () => {
    const text = `${exampleText({})}Introduction\n------------\n\nOnce more.\n`;
    expect(problemsIn(text)).toEqual([
      expect.stringMatching(/^31: an introduction once more/),
      expect.stringMatching(/^34: not a sentence/),
    ]);
  });

  test('is told of every line of a text that is no document', () => {
    expect(problemsIn('')).toHaveLength(3);
    expect(problemsIn('one\ntwo\n')).toHaveLength(5);
  });
});

describe('what is wrong with a section', () => {
  test('is each part that it lacks, on its heading', () => {
    const text = exampleText({}).replace(every, '').replace(bothWays, '').replace(announcement, '');
    expect(problemsIn(text)).toEqual([
      '12: this section has no opening rule, no both-ways rule, no properties sentence',
      '18: no sentence announces this table; read by its header',
    ]);
    expect(readDataflow(text).sections[0]?.properties).toHaveLength(1);
  });

  test.each([
    ['opening rule', every],
    ['both-ways rule', bothWays],
    ['properties sentence', announcement],
  ])('is the one part that it lacks: %s', (part, sentence) => {
    const [first] = problemsIn(exampleText({}).replace(sentence, ''));
    expect(first).toBe(`12: this section has no ${part}`);
  });

  test('is a second opening rule; both are read', () => {
    const text = exampleText({}).replace(
      every,
      `${every}\n\nAt night, it will be synchronized with a Globex Contact.`,
    );
    expect(problemsIn(text)).toEqual([
      '16: a second opening rule after that of line 14; both are read',
    ]);
    expect(readDataflow(text).sections[0]?.requirements[1]?.kind).toBe('conditional');
  });

  test('is a sentence about others than its heading names; it is read', () => {
    const text = exampleText({}).replace(every, every.replace('Customers', 'Orders'));
    expect(problemsIn(text)).toEqual([
      '14: this sentence names other entities than its heading; read all the same',
    ]);
    expect(readDataflow(text).sections[0]?.requirements[0]?.kind).toBe('every');
  });

  test('is a heading that is not "A to B"; the sentences tell the entities', () => {
    const heading = 'Acme Customers to Globex Contact';
    const text = exampleText({}).replace(heading, heading.replace(' to ', ' II '));
    expect(problemsIn(text)).toEqual([
      '12: this heading is not "A to B"; its sentences tell its entities',
    ]);
    expect(readDataflow(text).sections[0]).toMatchObject({
      source: 'Acme Customers',
      target: 'Globex Contact',
    });
  });

  test.each([
    ['merge', 16, exampleText({ mergeOn: [] }).replace(/\.\. list-table::(.*\n){5}/, '')],
    ['properties', 18, exampleText({}).replace(/\.\. list-table::(.*\n)*/, '')],
  ])('is a sentence without its table: %s', (_, line, text) => {
    expect(problemsIn(text)).toEqual([
      `${line}: the table that this sentence announces is missing`,
    ]);
  });
});

describe('what is wrong with a table', () => {
  test.each([
    ['source', 'Acme Customers Property', 23],
    ['target', 'Globex Contact Property', 24],
    ['type', 'Globex Data Type', 25],
  ])('is a header cell about something else: %s', (_, cell, line) => {
    const instead = cell.endsWith('Type') ? 'Initech Data Type' : 'Globex Data Type';
    const text = exampleText({}).replace(`- ${cell}`, `- ${instead}`);
    expect(problemsIn(text)).toEqual([
      `${line}: the header should say "${cell}"; its column is read all the same`,
    ]);
    expect(readDataflow(text).sections[0]?.properties).toHaveLength(1);
  });

  test('is a header without a cell', () => {
    expect(problemsIn(exampleText({}).replace('     - Globex Data Type\n', ''))).toEqual([
      '23: the header has no "Globex Data Type"',
    ]);
  });

  test('is a missing header row and a missing option; the rows are read', () => {
    const text = exampleText({})
      .replace(/ {3}:header-rows: 1\n/, '')
      .replace(/ {3}\* - Acme(.*\n){3}/, '');
    expect(problemsIn(text)).toEqual([
      '20: this table has no ":header-rows: 1"; read all the same',
      '20: this table has no header row; all its rows are read as promises',
    ]);
    expect(readDataflow(text).sections[0]?.properties).toHaveLength(1);
  });

  test.each([
    [
      'missing',
      '     - "string"\n',
      '',
      '26: the data type is missing; the row is read without it',
    ],
    ['empty', '- "string"', '-', '28: the data type is empty; the row is read without it'],
  ])('is a short row, its last cell %s', (_, part, instead, problem) => {
    const text = exampleText({}).replace(part, instead);
    expect(problemsIn(text)).toEqual([problem]);
    expect(readDataflow(text).sections[0]).toMatchObject({
      properties: [{ source: 'name', target: 'fullName', type: '', line: 26 }],
      requirements: [{}, {}, { text: 'name = fullName' }],
    });
  });

  test('is a table of two columns that no sentence announces; it is read as a merge table', () => {
    const mergeOn = [{ source: 'email', target: 'mail' }];
    const text = exampleText({ mergeOn }).replace('combinations match:', 'combinations do:');
    expect(problemsIn(text)).toEqual([
      expect.stringMatching(/^16: not a sentence/),
      '18: no sentence announces this table; read by its header',
    ]);
    expect(readDataflow(text).sections[0]?.mergeOn).toEqual([
      { source: 'email', target: 'mail', line: 23 },
    ]);
  });

  test('is a row behind the next sentence', () => {
    const text = exampleText({ mergeOn: [] }).replace(bothWays, (line) => `${line}   * - email\n`);
    expect(problemsIn(text)).toEqual(['25: a table row in no table; left out']);
  });

  test('is an empty first cell of a merge row', () => {
    const text = exampleText({ mergeOn: [{ source: '', target: 'mail' }] });
    expect(problemsIn(text)).toEqual([
      '23: the source property is empty; the row is read without it',
    ]);
    expect(readDataflow(text).sections[0]?.mergeOn).toEqual([
      { source: '', target: 'mail', line: 23 },
    ]);
  });

  test.each([
    ['cell too many', '     - "string"\n', '     - "string"\n     - more\n', /^29: a table cell/],
    [
      'header once more',
      '- name\n',
      '- Acme Customers Property\n',
      /^26: the header row once more/,
    ],
    ['second directive', '   :header', '.. list-table::\n   :header', /^21: a second directive/],
    ['other option', '   :header', '   :widths: 1\n   :header', /^21: a table option/],
  ])('is a line that does not belong there: %s', (_, part, instead, problem) => {
    const [first] = problemsIn(exampleText({}).replace(part, instead));
    expect(first).toMatch(problem);
  });
});

describe('the text of a diagnostic', () => {
  test('is the line as it stands, cut at 200 characters', () => {
    const line = `  ${'x'.repeat(300)}`;
    expect(readDataflow(line).diagnostics.at(-1)?.text).toBe(line.slice(0, 200));
  });

  test('splits no surrogate pair', () => {
    const line = `${'x'.repeat(199)}😀`;
    expect(readDataflow(line).diagnostics.at(-1)?.text).toBe('x'.repeat(199));
  });
});
