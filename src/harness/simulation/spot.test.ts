import { expect, test } from 'vitest';
import { createRecorder } from '../../evidence/recorder.ts';
import { createRun } from '../stage/run.ts';
import { customersSection, ordersSection } from '../test-sections.ts';
import { born, made, type TestWorld, testWorld } from '../test-world.ts';
import type { World } from '../world.ts';
import { assemble } from './cast.ts';
import { spotOf } from './spot.ts';

const sections = [customersSection(), ordersSection()];
const pairs = [
  { sourceId: '1', targetId: '7' },
  { sourceId: '2', targetId: '8' },
  { sourceId: '3', targetId: '9' },
];
const step = {
  kind: 'fault',
  trouble: 'record touched',
  write: 'update',
  times: 2,
  section: 0,
  record: 0,
  row: 0,
} as const;

interface Scene {
  readonly change?: Partial<World>;
  readonly record?: number;
  readonly section?: number;
  /** What happens after the engine has learnt of what there is. */
  readonly later?: (told: TestWorld) => void;
}

/** The spots on both sides in a world of three pairs. */
async function spots({ change = {}, later = () => undefined, ...pointers }: Scene = {}) {
  const told = testWorld(undefined, sections);
  for (const { sourceId, targetId } of pairs) {
    told.change({ ...born, id: sourceId, fields: { name: 'Ada Lovelace' } });
    told.change({ ...made, id: targetId, fields: { fullName: 'Ada Lovelace' } });
  }
  const world = { ...told.world, ...change };
  const recorder = createRecorder(world);
  const cast = assemble(world, recorder, createRun(world, recorder));
  cast.settle(await cast.targets());
  later(told);
  const known = [...pairs, { sourceId: '4', targetId: '10' }];
  const run = { pairing: () => ({ pairs: known }) };
  const at = (side: 'source' | 'target') =>
    spotOf({ world, cast, run }, { ...step, side, ...pointers });
  return { source: await at('source'), target: await at('target') };
}

test('Troubles fall on records that have a counterpart, on the side there', async () => {
  const { source, target } = await spots();
  expect(source).toMatchObject({ entity: 'Customers', linked: '1', other: '2', mapped: 'name' });
  expect(target).toMatchObject({ entity: 'Contact', linked: '7', other: '8', mapped: 'fullName' });
  expect(source).toMatchObject({ write: 'update', times: 2, unmapped: 'remark', now: 0 });
});

test('What is gone, or has a counterpart for too short a time, is left alone', async () => {
  const { source, target } = await spots({
    record: 2,
    later: ({ change }) => {
      change({ ...born, id: '4', fields: { name: 'Alan Turing' } });
      change({ ...made, id: '10', fields: { fullName: 'Alan Turing' } });
      change({ by: 'user', side: 'target', id: '9', action: 'delete' });
    },
  });
  expect(source?.linked).toBe('3');
  expect(source?.other).toBe('1');
  expect(target?.linked).toBe('7');
});

test('Deleted records are those of that system and entity', async () => {
  const { source, target } = await spots({
    later: ({ change }) => {
      change({ ...made, entity: 'Sale', id: '20' });
      change({ by: 'user', side: 'target', entity: 'Sale', id: '20', action: 'delete' });
      change({ by: 'user', side: 'target', id: '9', action: 'delete' });
    },
  });
  expect(target?.deleted).toBe('9');
  expect(source?.deleted).toBeUndefined();
});

test('A spot has values of its properties, and records of its entity', async () => {
  const { source, target } = await spots();
  expect(source?.value('city')).toMatch(/^city /);
  expect(source?.value('colour')).toBeNull();
  expect(source?.record()).toEqual({ name: 'Ada Lovelace' });
  expect(target?.record()).toEqual({ fullName: 'Alan Turing' });
});

test('Records are stamped where both systems stamp them', async () => {
  const { contracts } = testWorld().world;
  const { target: there } = contracts;
  const bare = there.entities.map(({ modifiedAt: _, ...entity }) => entity);
  const { source } = await spots({
    change: { contracts: { ...contracts, target: { ...there, entities: bare } } },
  });
  expect(source?.isStamped).toBe(false);
  expect((await spots()).source?.isStamped).toBe(true);
});

test('Where there is no section there is no spot', async () => {
  const { world } = testWorld(undefined, []);
  const recorder = createRecorder(world);
  const run = createRun(world, recorder);
  const cast = assemble(world, recorder, run);
  expect(await spotOf({ world, cast, run }, { ...step, side: 'source' })).toBeUndefined();
});
