import { expect, test } from 'vitest';
import { createBench } from '../../mocks/bench.ts';
import { listedRows, rowsWithoutCase } from './rows.ts';
import { allCases } from './suite.ts';

const { crm, office } = createBench();
const named = new Set<string>(allCases.flatMap(({ rows }) => rows));

test('every row and surprise of the sheet has a case, or a reason why it has none', () => {
  const open = listedRows.filter((row) => !named.has(row) && !(row in rowsWithoutCase));
  expect(open).toEqual([]);
});

test('no row has both a case and a reason why it has none', () => {
  expect(Object.keys(rowsWithoutCase).filter((row) => named.has(row))).toEqual([]);
});

test('every case names a row, and behaviours that its twin lists', () => {
  const known = new Set([...crm.behaviours, ...office.behaviours].map(({ id }) => id));
  expect(allCases.filter(({ rows }) => rows.length === 0)).toEqual([]);
  const strange = allCases.filter(
    ({ behaviour = '' }) => behaviour !== '' && !known.has(behaviour),
  );
  expect(strange.map(({ title }) => title)).toEqual([]);
});

test('no two cases have the same title', () => {
  const titles = allCases.map(({ title }) => title);
  expect(titles.filter((title, at) => titles.indexOf(title) !== at)).toEqual([]);
});
