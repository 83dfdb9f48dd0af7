import { expect, test } from 'vitest';
import type { ChangeEntry } from '../../evidence/ledger.ts';
import type { Value } from '../../value.ts';
import { createHeldValues } from './held-values.ts';

const ada = { system: 'Acme', entity: 'Customers', id: '1' } as const;

function change(
  action: ChangeEntry['action'],
  fields: Readonly<Record<string, readonly [before: Value, after: Value]>>,
): ChangeEntry {
  return {
    ...{ kind: 'change', seq: 1, at: 0, ...ada, action, author: 'user' },
    fields: Object.fromEntries(
      Object.entries(fields).map(([name, [before, after]]) => [name, { before, after }]),
    ),
  };
}

function held(...changes: readonly ChangeEntry[]) {
  const values = createHeldValues();
  for (const each of changes) values.take(each);
  return values;
}

test('A property has held what it was made with, and whatever came after', () => {
  const values = held(
    change('create', { city: [null, 'Oslo'] }),
    change('update', { city: ['Oslo', 'Bergen'] }),
  );
  expect(values.values(ada, 'city')).toEqual(['Oslo', 'Bergen']);
  expect(values.values(ada, 'name')).toEqual([]);
  expect(values.values({ ...ada, id: '2' }, 'city')).toEqual([]);
});

test('One that was there before anybody looked has held what it was changed from', () => {
  const values = held(change('update', { city: ['Oslo', 'Bergen'] }));
  expect(values.values(ada, 'city')).toEqual(['Oslo', 'Bergen']);
});

test('A deletion takes nothing back, and puts nothing in', () => {
  const values = held(
    change('create', { city: [null, 'Oslo'] }),
    change('delete', { city: ['Oslo', null] }),
  );
  expect(values.values(ada, 'city')).toEqual(['Oslo']);
  expect([...values.holders(ada, null)]).toEqual([]);
});

test('Holders are told by value, whatever the property, and by entity', () => {
  const values = held(
    change('create', { city: [null, 'Oslo'] }),
    { ...change('create', { name: [null, 'Oslo'] }), id: '2' },
    { ...change('create', { city: [null, 'Oslo'] }), entity: 'Orders', id: '3' },
    { ...change('create', { city: [null, ['Oslo']] }), id: '4' },
  );
  expect([...values.holders(ada, 'Oslo')]).toEqual(['1', '2']);
  expect([...values.holders({ ...ada, entity: 'Orders' }, 'Oslo')]).toEqual(['3']);
  expect([...values.holders(ada, ['Oslo'])]).toEqual(['4']);
  expect([...values.holders(ada, 'Bergen')]).toEqual([]);
});
