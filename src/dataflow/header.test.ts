import { expect, test } from 'vitest';
import { exampleText } from '../../fixtures/documents/example.ts';
import { readDataflow } from './read.ts';

/** The rows and the problems of the example, its header row written otherwise. */
function readHeaded(...cells: readonly string[]) {
  const row = cells.map((cell, index) => `${index === 0 ? '   *' : '    '} - ${cell}\n`).join('');
  const text = exampleText({}).replace(/ {3}\* - Acme Customers Property\n(.*\n){2}/, row);
  const { sections, diagnostics } = readDataflow(text);
  return {
    sources: sections[0]?.properties.map(({ source }) => source),
    problems: diagnostics.map(({ problem }) => problem),
  };
}

test('a row is a header where one of its cells reads like one', () => {
  expect(readHeaded('Acme Customers', 'Globex Contact', 'Data Type')).toEqual({
    sources: ['name'],
    problems: [
      'the header should say "Acme Customers Property"; its column is read all the same',
      'the header should say "Globex Contact Property"; its column is read all the same',
      'the header should say "Globex Data Type"; its column is read all the same',
    ],
  });
});

test('a row is no header because a word of one stands in it', () => {
  const { sources, problems } = readHeaded('Property rights', 'x', 'NoProperty');
  expect(sources).toEqual(['Property rights', 'name']);
  expect(problems).toEqual(['this table has no header row; all its rows are read as promises']);
});

test('the types are headed by nothing but a system and "Data Type"', () => {
  const header = ['Acme Customers Property', 'Globex Contact Property'];
  expect(readHeaded(...header, 'Globex Data Kind').problems).toEqual([
    'the header should say "Globex Data Type"; its column is read all the same',
  ]);
  expect(readHeaded(...header, 'Globex Contact Data Type').problems).toEqual([]);
});
