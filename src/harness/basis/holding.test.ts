import { describe, expect, test } from 'vitest';
import type { PropertyContract } from '../../checklist/contract.ts';
import type { SectionSettings } from '../../settings.ts';
import type { Value } from '../../value.ts';
import type { Bench } from './bench.ts';
import { canHold } from './holding.ts';

type Fact = Partial<PropertyContract>;

function contract(fact: Fact): PropertyContract {
  return {
    ...{ name: 'town', type: 'string', source: 'test' },
    ...{ readOnly: false, required: false, unique: false },
    ...fact,
  };
}

function bench(heading: string, fact: Fact, settings: SectionSettings = {}): Bench {
  const known = contract(fact);
  return {
    section: { heading },
    settings,
    property: (_: unknown, name: string) => (name === 'town' ? known : undefined),
  } as unknown as Bench;
}

const holds = (fact: Fact, value: Value, property = 'town'): boolean => {
  const only = bench('one', fact);
  return canHold({ bench: only, benches: [only], side: 'target', property }, value);
};

test('A value that must be there cannot be empty', () => {
  for (const nothing of [null, '', []]) {
    expect(holds({ required: true }, nothing)).toBe(false);
    expect(holds({}, nothing)).toBe(true);
  }
  expect(holds({ required: true }, 'Oslo')).toBe(true);
});

test('A text may be as long as the limit, and a list is as long as its texts side by side', () => {
  expect(holds({ maxLength: 4 }, 'Oslo')).toBe(true);
  expect(holds({ maxLength: 4 }, 'Bergen')).toBe(false);
  expect(holds({ maxLength: 4 }, ['a', 'b'])).toBe(true);
  expect(holds({ maxLength: 3 }, ['a', 'b'])).toBe(false);
  expect(holds({}, 'Bergen')).toBe(true);
});

describe('By its type a property holds', () => {
  test.each<readonly [PropertyContract['type'], readonly Value[], readonly Value[]]>([
    ['integer', [7, '7', -7], ['seven', 7.5, '0150', '9007199254740993']],
    ['decimal', [7, 7.5, '7.5'], ['seven', '1.50']],
    ['boolean', [true, 'false'], ['yes', 1]],
    ['date', ['2026-01-05'], ['soon']],
    ['stamp', ['2026-01-05T08:00:00Z'], ['soon']],
    ['list', ['a', ['a', 'b']], []],
    ['enum', [1, 9], ['one']],
  ])('%s: %j, and not %j', (type, held, refused) => {
    expect(held.filter((value) => !holds({ type }, value))).toEqual([]);
    expect(refused.filter((value) => holds({ type }, value))).toEqual([]);
  });

  test('one of its options, where they are known', () => {
    expect(holds({ type: 'enum', values: [1, 2] }, 2)).toBe(true);
    expect(holds({ type: 'enum', values: [1, 2] }, 3)).toBe(false);
  });
});

test('What the contract does not know can hold everything, and what is only read nothing', () => {
  expect(holds({ required: true }, null, 'unheard-of')).toBe(true);
  expect(holds({ readOnly: true }, 'Oslo')).toBe(false);
});

test('What is written through is held where it really lives', () => {
  const writeThrough = { name: { section: 'other', property: 'town' } };
  const view = bench('one', { readOnly: true }, { writeThrough });
  const home = bench('other', { maxLength: 4 });
  const place = { bench: view, benches: [view, home], side: 'target', property: 'name' } as const;
  expect(canHold(place, 'Oslo')).toBe(true);
  expect(canHold(place, 'Bergen')).toBe(false);
});
