import { expect, test } from 'vitest';
import { benches } from '../basis/bench.ts';
import { born, made, type TestWorld, testWorld } from '../test-world.ts';
import type { Pair } from '../watching/pairing.ts';
import { type Outcome, outcomeOf } from './outcome.ts';

const person = { ...born, fields: { name: 'Ada Lovelace', city: null } };
const contact = { ...made, fields: { fullName: 'Ada Lovelace', town: null } };

interface Ended {
  readonly records: readonly string[];
  readonly pairs?: readonly Pair[];
}

/** How a story ended of which this happened. */
async function ended(
  tell: (world: TestWorld) => void,
  { records, pairs }: Ended,
): Promise<Outcome> {
  const told = testWorld();
  tell(told);
  const [bench] = benches(told.world);
  if (bench === undefined) throw new Error('there is no section');
  const pairing = pairs && { pairs };
  return outcomeOf({ world: told.world, bench, made: records, pairing });
}

test('An ending is told without ids and values: by when they were typed, and by whom made', async () => {
  const { facts, linked } = await ended(
    ({ change }) => {
      change({ ...person, id: '7' });
      change({ ...contact, id: '9' });
      change({ by: 'user', side: 'source', id: '7', fields: { city: 'Oslo' } });
      change({ by: 'engine', side: 'target', id: '9', fields: { town: 'Bergen' } });
      change({ ...contact, id: '10' });
      change({ by: 'engine', side: 'target', id: '10', action: 'delete' });
    },
    {
      records: ['7'],
      pairs: [
        { sourceId: '6', targetId: '10' },
        { sourceId: '7', targetId: '9' },
      ],
    },
  );
  expect(facts).toEqual([
    'source record 1: name = #1, city = #2',
    'target record 1: fullName = #1, town = what nobody typed: Bergen',
    '1 records on the source side',
    '1 records on the target side',
    '2 made by the engine, 1 deleted',
  ]);
  expect(linked).toBe(2);
});

test('What is empty, too short to be followed, or not there is told as such', async () => {
  const { facts, linked } = await ended(
    ({ change }) => {
      change({ ...born, id: '7', fields: { name: 'Al', city: null } });
      change({ ...born, id: '8', fields: { name: ['Ada Lovelace'] } });
    },
    { records: ['7', '8', '9'] },
  );
  expect(facts.slice(0, 6)).toEqual([
    'source record 1: name = something, city = nothing',
    'target record 1: there is none',
    'source record 2: name = #1, city = nothing',
    'target record 2: there is none',
    'source record 3: there is none',
    'target record 3: there is none',
  ]);
  expect(linked).toBe(0);
});
