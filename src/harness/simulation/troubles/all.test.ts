import { expect, test } from 'vitest';
import { troubleNames, troubles } from './all.ts';
import type { Spot } from './trouble.ts';

const full: Spot = {
  side: 'target',
  entity: 'Contact',
  write: 'create',
  times: 2,
  linked: '7',
  other: '8',
  deleted: '9',
  isStamped: true,
  mapped: 'fullName',
  unmapped: 'remark',
  value: (property) => `a new ${property}`,
  record: () => ({ fullName: 'Ada' }),
  now: 0,
};

const empty: Spot = {
  ...full,
  ...{ linked: undefined, other: undefined, deleted: undefined },
  ...{ isStamped: false, mapped: undefined, unmapped: undefined },
};

function rulesAt(spot: Spot, name: (typeof troubleNames)[number]): readonly object[] {
  return [troubles[name](spot) ?? []].flat();
}

test.each(troubleNames)(
  'Where there is all that it takes it falls on the side there: %s',
  (name) => {
    const rules = rulesAt(full, name);
    expect(rules.length).toBeGreaterThan(0);
    for (const rule of rules) expect(rule).toMatchObject({ side: 'target' });
    for (const rule of rulesAt({ ...full, side: 'source' }, name)) {
      expect(rule).toMatchObject({ side: 'source' });
      expect(rule).not.toMatchObject({ write: 'create' });
    }
  },
);

test('Each trouble is one of its own', () => {
  const told = troubleNames.map((name) => JSON.stringify(rulesAt(full, name)));
  expect(new Set(told).size).toBe(told.length);
});

test('What takes a record or a property falls on nothing where there is none', () => {
  const idle = troubleNames.filter((name) => rulesAt(empty, name).length === 0);
  expect(idle).toEqual([
    ...['record forbidden', 'record out of sight', 'record deleted while listing'],
    ...['number shown as text', 'stamps ahead', 'record touched', 'record changed by the system'],
    ...['edited meanwhile', 'edited there and back', 'record deleted meanwhile', 'record erased'],
    ...['record brought back', 'record merged away', 'record merged, redirecting'],
    ...['record merged, answering', 'text in capitals', 'text cut', 'value rejected'],
    'property read-only',
  ]);
});

test('A record is merged into another one, and an erased one stays another than a deleted one', () => {
  const merge = rulesAt(full, 'record merged away');
  expect(merge).toEqual([
    {
      ...{ code: 'F17', side: 'target', entity: 'Contact' },
      merge: { entity: 'Contact', id: '7', into: '8', shows: 'gone' },
    },
  ]);
  expect(rulesAt({ ...full, other: '7' }, 'record merged away')).toEqual([]);
  expect(rulesAt({ ...full, other: undefined }, 'record merged away')).toEqual([]);
  expect(rulesAt(full, 'record brought back')).toMatchObject([{ acts: [{ id: '9' }] }]);
});

test('What is typed meanwhile is new, and taken back where it says so', () => {
  const edit = { entity: 'Contact', fields: { remark: 'a new remark' } };
  expect(rulesAt(full, 'edited meanwhile')).toMatchObject([{ write: 'update', edit }]);
  expect(rulesAt(full, 'edited meanwhile')[0]).not.toHaveProperty('back');
  expect(rulesAt(full, 'edited there and back')).toMatchObject([
    { edit, back: { remark: 'a new remark' } },
  ]);
});

test('What is said to be done, shown twice or made is', () => {
  const done = troubleNames.filter((name) => /done/.test(name));
  const effects = troubleNames.filter((name) =>
    rulesAt(full, name).some((rule) => 'effect' in rule && rule.effect === true),
  );
  expect(effects).toEqual(done);
  expect(rulesAt(full, 'row shown twice')).toMatchObject([{ how: 'cap' }, { twice: true }]);
  expect(rulesAt(full, 'unknown property')).toMatchObject([{ property: 'brandNew' }]);
});
