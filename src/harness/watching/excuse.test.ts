import { expect, test } from 'vitest';
import { defaultSettings, type SectionSettings } from '../../settings.ts';
import { customersSection } from '../test-sections.ts';
import { type TestWorld, testWorld } from '../test-world.ts';
import { mayBeMissing } from './excuse.ts';

const heading = 'Acme Customers to Globex Contact';

function worldWith(settings: SectionSettings): TestWorld {
  return testWorld({ ...defaultSettings, sections: { [heading]: settings } });
}

const parent = { entity: 'Contact', property: 'fullName', value: 'Head office' } as const;

/** Whether the source record 1 is excused after so many passes in which the engine reports it and all goes well. */
async function excusedAfter(passes: number, { scene }: TestWorld): Promise<boolean> {
  const record = { side: 'source', id: '1' } as const;
  const report = { problems: [{ kind: 'waiting', reason: 'soon', record }], conflicts: [] };
  for (let pass = 1; pass < passes; pass += 1) await scene({ report });
  const last = await scene({ report });
  const [bench] = last.benches;
  return bench !== undefined && mayBeMissing(last, bench, '1');
}

function create({ change }: TestWorld, fields = {}): void {
  change({
    by: 'user',
    side: 'source',
    id: '1',
    action: 'create',
    fields: { name: 'Ada', ...fields },
  });
}

const long = defaultSettings.sweepEvery + defaultSettings.quietCycles + 1;

test('a report excuses for as long as an engine may take to settle, and not for ever', async () => {
  const [soon, late] = [worldWith({}), worldWith({})];
  create(soon);
  create(late);
  expect(await excusedAfter(defaultSettings.quietCycles, soon)).toBe(true);
  expect(await excusedAfter(long, late)).toBe(false);
});

test('who waits for a parent that is not there is excused, and once it is there no more', async () => {
  const world = worldWith({ parent });
  create(world);
  expect(await excusedAfter(long, world)).toBe(true);
  const made = { by: 'user', side: 'target', id: '8', action: 'create' } as const;
  world.change({ ...made, fields: { fullName: 'Head office' } });
  expect(await excusedAfter(1, world)).toBe(false);
  world.change({ ...made, id: '9', fields: { fullName: 'Head office' } });
  expect(await excusedAfter(1, world), 'which of the two is meant nobody knows').toBe(true);
  world.change({ by: 'user', side: 'target', id: '9', action: 'delete' });
  expect(await excusedAfter(1, world)).toBe(false);
});

test('who needs another record’s counterpart is excused while that has none', async () => {
  const world = worldWith({ parent: { section: heading, property: 'city' } });
  create(world);
  expect(await excusedAfter(long, world), 'it says no parent').toBe(true);
  world.change({ by: 'user', side: 'source', id: '1', fields: { city: '2' } });
  expect(await excusedAfter(long, world)).toBe(true);
  const head = { name: 'Grace Hopper of Arlington' };
  world.change({ by: 'user', side: 'source', id: '2', action: 'create', fields: head });
  const fields = { fullName: head.name };
  world.change({ by: 'engine', side: 'target', id: '8', action: 'create', fields });
  expect(await excusedAfter(1, world)).toBe(false);
  world.change({ by: 'user', side: 'target', id: '8', action: 'delete' });
  expect(await excusedAfter(1, world), 'its counterpart is gone').toBe(true);
});

test('who may refer to nothing waits for nothing then', async () => {
  const manager = { kind: 'referred', section: heading, property: 'city' } as const;
  const world = worldWith({ provide: { town: manager } });
  create(world);
  expect(await excusedAfter(long, world)).toBe(false);
  world.change({ by: 'user', side: 'source', id: '1', fields: { city: '2' } });
  expect(await excusedAfter(1, world)).toBe(true);
});

test('a report of another entity’s record with the same id excuses nothing', async () => {
  const world = worldWith({ parent });
  create(world);
  const excusedBy = async (named: object): Promise<boolean> => {
    const record = { side: 'source', id: '1', ...named } as const;
    const problems = [{ kind: 'waiting', reason: 'soon', record }];
    const scene = await world.scene({ report: { problems, conflicts: [] } });
    const [bench] = scene.benches;
    return bench !== undefined && mayBeMissing(scene, bench, '1');
  };
  expect(await excusedBy({ entity: 'Customers' })).toBe(true);
  expect(await excusedBy({ entity: 'Orders' })).toBe(false);
  expect(await excusedBy({}), 'who names no entity is believed').toBe(true);
  expect(await excusedBy({ id: '2' })).toBe(false);
});

const row = { source: 'name', target: 'alias', type: '"string"', line: 3 };

test('who foresees that a counterpart could not hold what the record says is excused until it could', async () => {
  const world = testWorld(defaultSettings, [customersSection({ properties: [row] })]);
  create(world, { name: null });
  expect(await excusedAfter(long, world), 'it must have an alias').toBe(true);
  world.change({ by: 'user', side: 'source', id: '1', fields: { name: 'Ada Lovelace' } });
  expect(await excusedAfter(1, world), 'an alias is short').toBe(true);
  world.change({ by: 'user', side: 'source', id: '1', fields: { name: 'Ada' } });
  expect(await excusedAfter(1, world)).toBe(false);
});

test('who foresees that a value is missing with which counterparts are made is excused', async () => {
  const world = worldWith({ provide: { alias: { kind: 'copy', property: 'city' } } });
  create(world);
  expect(await excusedAfter(long, world)).toBe(true);
  world.change({ by: 'user', side: 'source', id: '1', fields: { city: 'Oslo' } });
  expect(await excusedAfter(1, world)).toBe(false);
});

test('passes before the record was made do not count', async () => {
  const world = worldWith({});
  for (let pass = 0; pass < long; pass += 1) {
    await world.scene({ report: { problems: [], conflicts: [] } });
  }
  world.change({ by: 'user', side: 'target', id: '7', fields: { town: 'Oslo' } });
  create(world);
  expect(await excusedAfter(defaultSettings.quietCycles, world)).toBe(true);
  expect(await excusedAfter(1, world)).toBe(false);
});
