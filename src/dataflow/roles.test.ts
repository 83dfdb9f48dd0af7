import { expect, test } from 'vitest';
import { exampleText } from '../../fixtures/documents/example.ts';
import { readLines } from './read.ts';

/** The roles of the lines that are not blank, each run of equal ones once. */
function rolesIn(text: string) {
  const roles = readLines(text).roles.filter((role) => role !== 'blank');
  return roles.filter((role, index) => role !== roles[index - 1]);
}

test('each line of a document is read as what it is', () => {
  expect(rolesIn(exampleText({}, { mergeOn: [{ source: 'a', target: 'b' }] }))).toEqual([
    'title',
    'generated',
    'introduction',
    'heading',
    'promise',
    'table',
    'promise',
    'heading',
    'promise',
    'table',
    'promise',
    'table',
    'promise',
  ]);
});

test('of a second introduction only the underline is understood', () => {
  const text = `${exampleText({})}Introduction\n------------\n\nOnce more.\n`;
  expect(rolesIn(text).slice(-3)).toEqual(['refused', 'heading', 'refused']);
});

test('the longest paragraph of an introduction is it, of equals the first', () => {
  const prose = /An overview .*\n/;
  const with3 = exampleText({}).replace(
    prose,
    'Short.\n\nOne longer one.\nOf 2.\n\nTwenty letters long.\n',
  );
  const { dataflow, roles } = readLines(with3);
  expect(roles.slice(8, 16)).toEqual([
    'blank',
    'refused',
    'blank',
    'introduction',
    'introduction',
    'blank',
    'refused',
    'blank',
  ]);
  expect(dataflow.diagnostics.map(({ line }) => line)).toEqual([10, 15]);
});
