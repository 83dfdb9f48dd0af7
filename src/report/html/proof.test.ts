import { expect, test } from 'vitest';
import { attributesOf, packsOf, textOf } from '../../../fixtures/results/page-reading.ts';
import { showcaseResult } from '../../../fixtures/results/showcase.ts';
import { renderHtml } from './page.ts';

const page = renderHtml(showcaseResult());
const text = textOf(page);

test('how many faults are caught, and how many by two alarms, stands on the first screen and with the faults', () => {
  const said =
    'Of 5 faults built in on purpose 4 are caught, 2 by two alarms or more: 3 in this document, 1 in documents made to show them. 1 of 8 checked requirements';
  expect(text.split(said)).toHaveLength(3);
});

test('each fault is said once, and those that nothing caught come first', () => {
  const order = [
    'Not caught (1)',
    'It writes every value twice.',
    'Caught by the checks of this document (3)',
    'Which record belongs to which (2)',
    'It takes records without a key for the same.',
    'Reading long lists (1)',
    'It reads only the first page of a list.',
    'Caught only in documents made to show them (1)',
    'It makes a record again that somebody deleted.',
  ];
  const places = order.map((part) => text.indexOf(part));
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  for (const part of order) expect(text.split(part)).toHaveLength(2);
  expect(attributesOf(page, 'ol', 'start')).toEqual(['1', '2', '4', '5']);
});

test('a fault that one alarm alone rings for says so on its own line, and others say nothing', () => {
  expect(text).toContain('It takes records without a key for the same.\n');
  expect(text.match(/one alarm: /g)).toHaveLength(2);
});

test('a requirement says by number what it catches, and the script is told by which check', () => {
  expect(text).toContain('Proved to catch 3 faultsBy their numbers: 2–4');
  const caught = packsOf(page).find((pack) => pack.startsWith('[['));
  expect(JSON.parse(caught ?? '')).toEqual([
    [
      'companies-customer/merge',
      [
        ['merge-1', [2, 3, 4]],
        ['merge-2', [2]],
      ],
    ],
  ]);
});
