import { expect, test } from 'vitest';
import type { Author, ChangeEntry } from '../../evidence/ledger.ts';
import type { Value } from '../../value.ts';
import { createTypedTexts } from './typed.ts';

const ada = { system: 'Acme', entity: 'Customers', id: '1' } as const;

interface Told {
  readonly by: Author;
  readonly city: Value;
  readonly before?: Value;
  readonly action?: ChangeEntry['action'];
  readonly id?: string;
}

function texts(...all: readonly Told[]) {
  const typed = createTypedTexts();
  for (const { by, city, before = null, action = 'update', id = '1' } of all) {
    typed.take({
      ...{ kind: 'change', seq: 1, at: 0, ...ada, id, action, author: by },
      fields: { city: { before, after: city } },
    });
  }
  return typed;
}

test('Texts are kept as users typed them, alone and in lists, with their place', () => {
  const { all } = texts(
    { by: 'user', city: 'Oslo' },
    { by: 'user', city: ['Moss', 7] },
    { by: 'user', city: 7 },
    { by: 'engine', city: 'Bergen' },
    { by: 'server', city: 'OSLO' },
    { by: 'user', city: 'Voss', action: 'delete' },
  );
  expect(all.map(({ text }) => text)).toEqual(['Oslo', 'Moss']);
  expect(all[0]).toEqual({ record: ada, property: 'city', text: 'Oslo' });
});

test('A value was typed as often as users put it anywhere', () => {
  const typed = texts(
    { by: 'user', city: 'Oslo' },
    { by: 'user', city: ['Oslo', 'Moss'], id: '2' },
    { by: 'engine', city: 'Oslo', id: '3' },
    { by: 'user', city: 'Moss', action: 'delete' },
  );
  expect(['Oslo', 'Moss', ['Oslo', 'Moss'], 'Bergen'].map(typed.times)).toEqual([2, 1, 1, 0]);
  expect(texts({ by: 'user', city: 7 }).times('7'), 'a number is no text').toBe(0);
});

test('What a system makes of what a user typed counts as typed', () => {
  const made = (...by: readonly Author[]) =>
    texts(...by.map((each) => ({ by: each, city: 'a' })), { by: 'server', city: 'OSLO' });
  expect(made('user').times('OSLO')).toBe(1);
  expect(made('user', 'server').times('OSLO')).toBe(1);
  expect(made('user', 'engine').times('OSLO')).toBe(0);
  expect(made().times('OSLO')).toBe(0);
});

test('What a system makes of a typed value that the engine carried counts once in each place', () => {
  const typed = { by: 'user', city: 'Oslo' } as const;
  const carried = (id: string) =>
    [
      { by: 'engine', city: 'Oslo', id },
      { by: 'server', city: 'OSLO', before: 'Oslo', id },
    ] as const;
  expect(texts(typed, ...carried('2')).times('OSLO')).toBe(1);
  expect(texts(typed, ...carried('2'), ...carried('2')).times('OSLO')).toBe(1);
  expect(texts(typed, ...carried('2'), ...carried('3')).times('OSLO')).toBe(2);
  expect(texts(...carried('2')).times('OSLO'), 'nobody typed it').toBe(0);
  const cleared = { by: 'user', city: null } as const;
  const filled = { by: 'server', city: 'OSLO', id: '2' } as const;
  expect(texts(cleared, filled).times('OSLO'), 'nothing was there').toBe(0);
});
