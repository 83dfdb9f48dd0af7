import { expect, test } from 'vitest';
import { createRecorder } from '../../evidence/recorder.ts';
import { defaultSettings, type Settings } from '../../settings.ts';
import { createRun } from '../stage/run.ts';
import { customersSection, ordersSection } from '../test-sections.ts';
import { testWorld } from '../test-world.ts';
import type { World } from '../world.ts';
import { assemble, type Cast } from './cast.ts';
import type { UserStep } from './history-step.ts';
import { playUser } from './user-step.ts';

const customers = customersSection({ mergeOn: [{ source: 'name', target: 'fullName', line: 2 }] });
const orders = ordersSection();
const reference = { kind: 'referred', property: 'buyer', section: customers.heading } as const;

/** A world in which these users have acted. */
async function after(...steps: readonly UserStep[]): Promise<{ world: World; cast: Cast }> {
  return afterIn({ [orders.heading]: { provide: { buyer: reference } } }, steps);
}

async function afterIn(
  sections: Settings['sections'],
  steps: readonly UserStep[],
): Promise<{ world: World; cast: Cast }> {
  const { world } = testWorld({ ...defaultSettings, sections }, [customers, orders]);
  const recorder = createRecorder(world);
  const cast = assemble(world, recorder, createRun(world, recorder));
  for (const step of steps) await playUser({ world, cast }, step);
  return { world, cast };
}

const create = { kind: 'create', section: 0, side: 'source' } as const;
const at = { section: 0, side: 'source', record: 0 } as const;

/** The first record of customers, or of orders. */
async function first({ world }: { world: World }, entity = 'Customers') {
  const [id = ''] = await world.parties.source.ids(entity);
  return world.parties.source.read(entity, id);
}

test('A user makes a record of the section, on the side, that numbers point to', async () => {
  const { world } = await after(create, { ...create, side: 'target', section: 3 });
  expect(await world.parties.source.ids('Customers')).toEqual(['1']);
  expect(await world.parties.target.ids('Sale')).toEqual(['1']);
});

test('A user types into a mapped property, empties it, or types into one that nobody maps', async () => {
  const typed = await first(await after(create, { ...at, kind: 'edit', row: 3 }));
  expect(typed).toEqual({ name: 'Ada Lovelace', city: expect.stringMatching(/^city /) });
  const cleared = await first(await after(create, { ...at, kind: 'clear', row: 2 }));
  expect(cleared).toEqual({ name: null });
  const touched = await first(await after(create, { ...at, kind: 'touch', property: 4 }));
  expect(touched).toEqual({ name: 'Ada Lovelace', remark: expect.stringMatching(/^remark /) });
});

test('Where there is no record nobody can do anything to one', async () => {
  const { world } = await after(
    { ...at, kind: 'edit', row: 0 },
    { ...at, kind: 'remove' },
    { ...at, kind: 'match', row: 0 },
  );
  expect(world.ledger.entries).toEqual([]);
});

test('A record is removed, a target only once the engine knows it', async () => {
  const { world, cast } = await after(create, { ...create, side: 'target' });
  await playUser({ world, cast }, { ...at, kind: 'remove' });
  expect(await world.parties.source.ids('Customers')).toEqual([]);
  await playUser({ world, cast }, { ...at, kind: 'remove', side: 'target' });
  expect(await world.parties.target.ids('Contact')).toEqual(['1']);
  cast.settle(await cast.targets());
  await playUser({ world, cast }, { ...at, kind: 'remove', side: 'target' });
  expect(await world.parties.target.ids('Contact')).toEqual([]);
});

test.each([
  ['source', 'Customers', 'name', 'Alan Turing'],
  ['target', 'Contact', 'fullName', 'Ada Lovelace'],
] as const)(
  'A match is made on the %s side of a record of the other',
  async (side, entity, key, value) => {
    const other = side === 'source' ? 'target' : 'source';
    const { world } = await after(
      { ...create, side: other },
      { kind: 'match', section: 0, side, record: 0, row: 0 },
    );
    expect(await world.parties[side].read(entity, '1')).toMatchObject({ [key]: value });
  },
);

test('What merges on nothing gets no match', async () => {
  const { world } = await after(
    { ...create, section: 1 },
    {
      ...{ kind: 'match', section: 1, side: 'target', record: 0, row: 0 },
    },
  );
  expect(await world.parties.target.ids('Sale')).toEqual([]);
});

test('A record refers to one of the section that the settings name, where there is one', async () => {
  const refer = { kind: 'refer', section: 1, side: 'source', record: 0, row: 0 } as const;
  expect(await first(await after(create, refer), 'Orders')).toMatchObject({ buyer: '1' });
  expect(await first(await after(refer), 'Orders')).not.toHaveProperty('buyer');
  const { world } = await after(create, { ...refer, section: 0 });
  expect(await world.parties.source.ids('Customers')).toEqual(['1']);
});

test('A record refers to one that comes into being by relation, and is provided with what is else', async () => {
  const refer = { kind: 'refer', section: 0, side: 'source', record: 0, row: 0 } as const;
  const related = { relatedBy: [{ property: 'order', section: customers.heading }] };
  const made = await afterIn({ [orders.heading]: related }, [{ ...create, section: 1 }, refer]);
  expect(await first(made)).toMatchObject({ order: '1' });
  const elsewhere = { relatedBy: [{ property: 'order', section: 'Acme Shops to Globex Shop' }] };
  const { world } = await afterIn({ [orders.heading]: elsewhere }, [refer]);
  expect(world.ledger.entries).toEqual([]);
  const marker = { kind: 'marker', prefix: 'a-' } as const;
  const provided = { [orders.heading]: { provide: { tag: marker, buyer: reference } } };
  const marked = await afterIn(provided, [create, { ...refer, section: 1 }]);
  expect(await first(marked, 'Orders')).toMatchObject({ buyer: '1' });
});
