import { expect, test } from 'vitest';
import { virtualClock } from '../../clock.ts';
import { defaultSettings } from '../../settings.ts';
import type { Properties } from '../../value.ts';
import type { Cycle } from '../context.ts';
import { referenceParts } from '../engine.ts';
import type { SectionPlan } from '../plan.ts';
import type { EntityPort } from '../port.ts';
import type { Link } from '../store/link.ts';
import { memoryStore } from '../store/memory.ts';
import { conversionOf } from './convert.ts';
import { syncLinked } from './update.ts';

const unused = (): never => {
  throw new Error('a linked pair is only read and updated');
};

const conversion = conversionOf('"string"');
if (conversion === undefined) throw new Error('no such type');
const rows = [{ key: 'mail=email', source: 'mail', target: 'email', conversion }];

/** The record of one side, as reading it shows it, and what was written to it. */
function entity(id: string, properties: Properties, modifiedAt: number) {
  const written: Properties[] = [];
  const record = { id, modifiedAt, properties };
  const port: EntityPort = {
    ...{ stamped: true, list: unused, find: unused, create: unused },
    read: async () => record,
    update: async ({ properties: changes }) => {
      written.push(changes);
      return { kind: 'stored', record: { ...record, properties: { ...properties, ...changes } } };
    },
  };
  return { port, written };
}

/** A pair that agreed on `new`, known by stamps of second 100, an hour after it became known. */
async function seeing(
  sourceRead: { readonly mail: string; readonly modifiedAt: number },
  learnt = 0,
) {
  const { modifiedAt, ...properties } = sourceRead;
  const [source, target] = [
    entity('1', properties, modifiedAt),
    entity('9', { email: 'new' }, 100),
  ];
  const plan: SectionPlan = {
    ...{ key: 'people', heading: 'People', rows, settings: {}, mergeOn: [] },
    port: { source: source.port, target: target.port },
    entity: { source: 'Person', target: 'Contact' },
    targetSystem: { system: 'any', entity: () => undefined },
    creates: { kind: 'never' },
  };
  const store = memoryStore();
  const cycle: Cycle = {
    plan: { sections: [plan], unsupported: [] },
    ...{ settings: defaultSettings, store, clock: virtualClock(3_600_000) },
    ...{ parts: referenceParts, parents: new Map(), sweeping: false, waking: false },
    notes: { writes: 0, tried: new Set(), made: new Map(), problems: [] },
  };
  const link: Link = {
    ...{ section: 'people', source: { id: '1' }, target: { id: '9' } },
    base: { 'mail=email': { source: 'new', target: 'new' } },
    known: { source: 100, target: 100 },
    learnt: { source: learnt, target: learnt },
  };
  await store.commit([{ kind: 'link', link }]);
  return { source, target, pair: { cycle, plan, link }, store };
}

const item = { section: 'people', sourceId: '1' };
const listed = { id: '1', modifiedAt: 50, properties: { mail: 'old' } };

test('A row of a list whose stamp is older than what is known is read again before it is believed', async () => {
  const { source, target, pair } = await seeing({ mail: 'new', modifiedAt: 100 });
  await syncLinked({ ...pair, seen: { side: 'source', record: listed, seenAt: 3_600_000 } });
  expect([source.written, target.written]).toEqual([[], []]);
});

test('Where the record itself shows an older stamp, the stamps of its system went back', async () => {
  const { target, pair } = await seeing({ mail: 'old', modifiedAt: 50 });
  await syncLinked({ ...pair, seen: { side: 'source', record: listed, seenAt: 3_600_000 } });
  expect(target.written).toEqual([{ email: 'old' }]);
});

test('Nothing is written upon a record of which only a lagging replica was read', async () => {
  const { source, pair, store } = await seeing({ mail: 'old', modifiedAt: 50 }, 3_600_000);
  const edited = { id: '9', modifiedAt: 200, properties: { email: 'newer' } };
  await syncLinked({ ...pair, seen: { side: 'target', record: edited, seenAt: 3_600_000 } });
  expect(source.written).toEqual([]);
  expect(await store.pending(item)).toMatchObject({
    kind: 'waiting',
    reason: expect.stringContaining('replica'),
  });
});

test('What is about to be written is noted before it is sent, and no longer once it is stored', async () => {
  const { target, pair, store } = await seeing({ mail: 'newer', modifiedAt: 200 });
  const noted: unknown[] = [];
  const port: EntityPort = {
    ...target.port,
    update: async (order) => {
      noted.push(await store.pending(item));
      return target.port.update(order);
    },
  };
  const plan = { ...pair.plan, port: { ...pair.plan.port, target: port } };
  await syncLinked({ ...pair, plan });
  expect(noted).toEqual([
    {
      ...{ section: 'people', source: { id: '1' }, kind: 'unknown', attempts: 0, since: 3_600_000 },
      reason: expect.stringContaining('stopped'),
      tried: '[["target",[["email","newer"]]]]',
    },
  ]);
  expect(await store.pending(item)).toBeUndefined();
});
