import { expect, test } from 'vitest';
import { exampleText } from '../../fixtures/documents/example.ts';
import { outline } from './outline.ts';
import { readDataflow } from './read.ts';

test('the outline shows each promise with its line, its id and its words', () => {
  const mergeOn = [{ source: 'email', target: 'mail' }];
  expect(outline(readDataflow(exampleText({ mergeOn })))).toBe(`Acme to Globex Dataflow
generated 2024-09-17 09:49:51
1 section, 4 requirements, 1 property row, 1 merge row, 0 diagnostics

Acme Customers to Globex Contact (line 12)
    14  acme-customers-to-globex-contact/every
          Every Acme Customers will be synchronized with a Globex Contact.
    16  acme-customers-to-globex-contact/merge
          A Acme Customers will merge with a Globex Contact if one of the following property combinations match:
    23  merge on email = mail
    26  acme-customers-to-globex-contact/both-ways
          Once a link between a Acme Customers and a Globex Contact is established, it will keep in sync between the two systems, regardless of where it is edited.
    36  acme-customers-to-globex-contact/property/name=fullName
          name = fullName, "string"
`);
});

test('the outline shows what could not be read, and the characters that one cannot see', () => {
  const text = exampleText({}).replace('name\n', 'na\u202Eme\n').replace('Every', '\u001B[31mEach');
  const lines = outline(readDataflow(text)).split('\n');
  expect(lines).toContain('          na\\u{202E}me = fullName, "string"');
  expect(lines.slice(lines.indexOf('Not taken as it stands'))).toEqual([
    'Not taken as it stands',
    '    12  this section has no opening rule',
    '          Acme Customers to Globex Contact',
    '    14  not a sentence or a heading that the format knows in this place; left out',
    '          \\u{1B}[31mEach Acme Customers will be synchronized with a Globex Contact.',
    '',
  ]);
});

test('the outline says where a document has no title and no time', () => {
  expect(outline(readDataflow('')).split('\n')).toEqual([
    '(no title)',
    'generated (not said)',
    '0 sections, 0 requirements, 0 property rows, 0 merge rows, 3 diagnostics',
    '',
    'Not taken as it stands',
    '     1  no title "A to B Dataflow"; the names of the systems are not known',
    '     1  no "Generated:" line; the time of generation is not known',
    '     1  no section "Introduction"',
    '',
  ]);
});
