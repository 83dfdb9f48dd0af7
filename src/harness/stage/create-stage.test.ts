import { expect, test } from 'vitest';
import { defaultSettings, type Settings } from '../../settings.ts';
import { benches } from '../basis/bench.ts';
import { invariants, ownExpectations } from '../invariants/judge.ts';
import { customersSection, ordersSection } from '../test-sections.ts';
import { born, made, type TestWorld, testWorld } from '../test-world.ts';
import type { World } from '../world.ts';
import { createStage } from './create-stage.ts';
import type { Stage } from './stage.ts';

const customers = customersSection();
const orders = ordersSection();

const laws = invariants.map(({ law }) => law);

interface Staged extends Pick<TestWorld, 'change' | 'request'> {
  readonly stage: Stage;
  readonly world: World;
}

/** A stage on customers; the engine does nothing, what happens is told by hand, and no law is judged. */
function staged(settings?: Settings, off: readonly string[] = laws): Staged {
  const { world, change, request } = testWorld(settings, [customers, orders]);
  const lawless = { ...world, lawsOff: new Set(off) };
  const [bench] = benches(lawless);
  if (bench === undefined) throw new Error('there is no section');
  return { ...createStage({ world: lawless, bench, law: 'It holds' }), world, change, request };
}

const contact = { ...made, fields: { fullName: 'Ada Lovelace' } };

test('A counterpart is what the engine made of the record', async () => {
  const { stage, change } = staged();
  const id = await stage.source.create({ name: 'Ada Lovelace' });
  expect(stage.isPaired(id)).toBe(false);
  await stage.cycle();
  await expect(stage.counterpart(id)).rejects.toThrow('Acme Customers 1 has no Globex Contact');
  change({ ...contact, id: '9' });
  await stage.cycle();
  expect(await stage.counterpart(id)).toBe('9');
  expect(stage.isPaired(id)).toBe(true);
  expect(stage.isPaired('2')).toBe(false);
});

test('A second counterpart breaks the promise, unless nothing is to be expected', async () => {
  const off = [laws, [...laws, ownExpectations]];
  const [rings, silent] = await Promise.all(
    off.map(async (each) => {
      const { stage, change } = staged(undefined, each);
      const id = await stage.source.create({ name: 'Ada Lovelace' });
      change({ ...contact, id: '8' });
      change({ ...contact, id: '9' });
      await stage.cycle();
      return stage.counterpart(id).catch(String);
    }),
  );
  expect(rings).toContain('It holds: Acme Customers 1 has a second Globex Contact');
  expect(silent).toBe('8');
});

test("A counterpart can be asked for of another section's record, by its heading", async () => {
  const { stage, change } = staged();
  const order = await stage.colleague(orders.heading).create({ number: 'A-1000' });
  change({ ...made, entity: 'Sale', id: '7', fields: { code: 'A-1000' } });
  await stage.cycle();
  expect(await stage.counterpart(order, orders.heading)).toBe('7');
  await expect(stage.counterpart(order)).rejects.toThrow('has no Globex Contact');
  expect(() => stage.colleague('Acme to nobody')).toThrow(
    expect.objectContaining({ code: 'check', message: expect.stringContaining('Acme to nobody') }),
  );
});

test('People take two seconds for what they do, and none between things done at once', async () => {
  const { stage, world } = staged();
  await stage.source.create();
  expect(world.clock.now()).toBe(2000);
  await stage.atOnce(async () => {
    await stage.source.create();
    await stage.target.create();
  });
  expect(world.clock.now()).toBe(4000);
  await stage.source.create();
  expect(world.clock.now()).toBe(6000);
});

test('A counterpart is removed after what other sections made that leans on it', async () => {
  const linked = { kind: 'linked', section: customers.heading, property: 'id' } as const;
  const { stage, change, world } = staged({
    ...defaultSettings,
    sections: { [orders.heading]: { provide: { contact: linked } } },
  });
  const id = await stage.source.create({ name: 'Ada Lovelace' });
  change({ ...born, entity: 'Orders', id, fields: { number: 'A-1000' } });
  change({ ...contact, id: '8' });
  change({ ...made, entity: 'Sale', id: '7', fields: { code: 'A-1000' } });
  await stage.cycle();
  await stage.removeCounterpart(id);
  const removed = world.ledger.entries.flatMap((entry) =>
    entry.kind === 'change' && entry.action === 'delete' ? [`${entry.entity} ${entry.id}`] : [],
  );
  expect(removed).toEqual(['Sale 7', 'Contact 8']);
});

test('Before the first pass nothing has a counterpart, and nothing of one can be removed', async () => {
  const { stage, world } = staged();
  const id = await stage.source.create({ name: 'Ada Lovelace' });
  expect(stage.isPaired(id)).toBe(false);
  await expect(stage.counterpart(id)).rejects.toThrow('Acme Customers 1 has no Globex Contact');
  await stage.removeCounterpart(id);
  expect(world.ledger.entries).toHaveLength(1);
});

test('Another section leans on a counterpart by its own values alone, not by those that are given or of others', async () => {
  for (const provided of [
    { kind: 'linked', section: 'Acme to nobody', property: 'id' },
    { kind: 'referred', section: customers.heading, property: 'id' },
  ] as const) {
    const { stage, change, world } = staged({
      ...defaultSettings,
      sections: { [orders.heading]: { provide: { contact: provided } } },
    });
    const id = await stage.source.create({ name: 'Ada Lovelace' });
    change({ ...born, entity: 'Orders', id, fields: { number: 'A-1000' } });
    change({ ...contact, id: '8' });
    change({ ...made, entity: 'Sale', id: '7', fields: { code: 'A-1000' } });
    await stage.cycle();
    await stage.removeCounterpart(id);
    expect(await world.parties.target.ids('Sale')).toEqual(['7']);
  }
});

test('What leans on nothing of a counterpart stays when that is removed', async () => {
  const { stage, change, world } = staged();
  const id = await stage.source.create({ name: 'Ada Lovelace' });
  change({ ...born, entity: 'Orders', id, fields: { number: 'A-1000' } });
  change({ ...contact, id: '8' });
  change({ ...made, entity: 'Sale', id: '7', fields: { code: 'A-1000' } });
  await stage.cycle();
  await stage.removeCounterpart(id);
  expect(await world.parties.target.ids('Sale')).toEqual(['7']);
  expect(await world.parties.target.ids('Contact')).toEqual([]);
});

test("The table of values begins with the engine's first pass, and tells the section in the light alone", async () => {
  const { world, change } = testWorld(undefined, [customers, orders]);
  const [bench] = benches(world);
  if (bench === undefined) throw new Error('there is no section');
  const lawless = { ...world, lawsOff: new Set(laws) };
  const { stage, fields } = createStage({ world: lawless, bench, law: 'It holds' });
  const id = await stage.source.create({ name: 'Ada' });
  await stage.source.edit(id, { name: 'Ada Lovelace' });
  const order = await stage.colleague(orders.heading).create({ number: 'A-1000' });
  change({ ...contact, id: '8' });
  change({ ...made, entity: 'Sale', id: '7', fields: { code: 'A-1000' } });
  await stage.cycle();
  await stage.counterpart(id);
  await stage.counterpart(order, orders.heading);
  await stage.source.edit(id, { name: 'Eve' });
  const rows = (await fields()).filter(({ property }) => /name/i.test(property));
  expect(rows.map(({ record, before, after }) => [record, before, after])).toEqual([
    ['Acme Customers 1', 'Ada Lovelace', 'Eve'],
    ['Globex Contact 8', 'Ada Lovelace', 'Ada Lovelace'],
  ]);
});

test('Writes to a side are the requests that write, to its system', () => {
  const { stage, request } = staged();
  request();
  request({ mutating: false });
  request({ system: 'Acme' });
  expect(stage.writesTo('target').map(({ seq }) => seq)).toEqual([1]);
  expect(stage.writesTo('source').map(({ seq }) => seq)).toEqual([3]);
});
