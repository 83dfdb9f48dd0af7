import { describe, expect, test } from 'vitest';
import { exampleDocument } from '../../fixtures/documents/example.ts';
import { renderDocument } from '../../fixtures/documents/render.ts';
import { entityInMemory, record } from '../../fixtures/engine/entity-in-memory.ts';
import { now } from '../../fixtures/engine/section-plan.ts';
import { virtualClock } from '../clock.ts';
import { readDataflow } from '../dataflow/read.ts';
import { defaultSettings, type SectionSettings } from '../settings.ts';
import { createEngine, type EngineConfig } from './engine.ts';
import type { EntityPort, WriteOutcome } from './port.ts';
import type { RemoteRecord } from './record.ts';
import { memoryStore } from './store/memory.ts';
import type { WriteIntent } from './write.ts';

const marked: SectionSettings = {
  provide: { ref: { kind: 'marker', prefix: 'C-' } },
  marker: 'ref',
};

/** Customers to Contact, `name` to `fullName`, over two entities in memory. */
function installation(customers: readonly RemoteRecord[], offers: Partial<EntityPort> = {}) {
  const [source, target] = [entityInMemory(customers), entityInMemory([], offers)];
  const dataflow = readDataflow(renderDocument(exampleDocument));
  const heading = 'Acme Customers to Globex Contact';
  const clock = virtualClock(now);
  const config: EngineConfig = {
    ...{ dataflow, store: memoryStore(), clock },
    settings: { ...defaultSettings, sections: { [heading]: marked } },
    systems: {
      source: { system: 'Acme', entity: () => source.port },
      target: { system: 'Globex', entity: () => target.port },
    },
  };
  const section = config.dataflow.sections[0]?.requirements[0]?.id.split('/')[0] ?? '';
  return { source, target, clock, config, section };
}

const two = [record('1', { name: 'Ada' }, 70), record('2', { name: 'Alan' }, 70)];

test('A pass brings everything over, and the next has nothing to do', async () => {
  const { config, target } = installation(two);
  const engine = createEngine(config);
  expect(await engine.cycle()).toEqual({ writes: 2, problems: [], conflicts: [] });
  expect(await engine.cycle()).toEqual({ writes: 0, problems: [], conflicts: [] });
  expect([...target.records.values()].map(({ properties }) => properties)).toEqual([
    { ref: 'C-1', fullName: 'Ada' },
    { ref: 'C-2', fullName: 'Alan' },
  ]);
});

test('While another engine holds the store nothing is done, and it is said who', async () => {
  const { config, source, target, clock } = installation(two);
  const lease = await config.store.acquireLease({ owner: 'B', ttlMs: 1000, now });
  const engine = createEngine(config);
  const { writes, problems, conflicts } = await engine.cycle();
  expect([writes, conflicts, source.calls, target.calls]).toEqual([0, [], [], []]);
  expect(problems).toMatchObject([
    { kind: 'held', section: '', reason: expect.stringContaining('B holds the store') },
  ]);
  clock.advance(1000);
  expect(await engine.cycle()).toMatchObject({ writes: 2 });
  await expect(config.store.commit([], lease)).rejects.toMatchObject({ code: 'lease' });
});

test('The store is given back after each pass, and held as long and by whom it was said', async () => {
  const { config } = installation([]);
  const wanted: unknown[] = [];
  const store: EngineConfig['store'] = {
    ...config.store,
    acquireLease: (asked) => {
      wanted.push(asked);
      return config.store.acquireLease(asked);
    },
  };
  await createEngine({ ...config, store }).cycle();
  await createEngine({ ...config, store, owner: 'A', leaseMs: 5 }).cycle();
  expect(wanted).toEqual([
    { owner: 'engine', ttlMs: 30_000, now },
    { owner: 'A', ttlMs: 5, now },
  ]);
});

describe('a value that was lost', () => {
  async function losing() {
    const { config, section } = installation([]);
    const value = {
      ...{ section, source: { id: '1' }, target: { id: 't1' }, row: 'name=fullName' },
      ...{ kept: 'a', lost: 'b', at: 0, reported: false },
    };
    await config.store.commit([{ kind: 'lost', value: { ...value, winner: 'source' } }]);
    const unreported = () => config.store.lostValues({ section, reported: false });
    return { config, unreported, section };
  }

  test('is told until the report was received', async () => {
    const { config, unreported, section } = await losing();
    const engine = createEngine(config);
    expect((await engine.cycle()).conflicts).toHaveLength(1);
    expect(await unreported()).toHaveLength(1);
    await engine.received();
    expect(await unreported()).toEqual([]);
    expect(await config.store.lostValues({ section, reported: true })).toMatchObject([
      { lost: 'b', reported: true },
    ]);
    expect((await engine.cycle()).conflicts).toEqual([]);
  });

  test('counts as received when another report is asked for', async () => {
    const { config, unreported } = await losing();
    const engine = createEngine(config);
    await engine.cycle();
    expect((await engine.cycle()).conflicts).toEqual([]);
    expect(await unreported()).toEqual([]);
  });

  test('is told again by the next engine where this one ended before', async () => {
    const { config } = await losing();
    await createEngine(config).cycle();
    expect((await createEngine(config).cycle()).conflicts).toHaveLength(1);
  });
});

describe('an engine that wakes', () => {
  test('in another company does nothing, says so, and looks again in the next pass', async () => {
    const { config, target } = installation(two);
    await createEngine(config).cycle();
    const ours = [...target.records];
    for (const id of target.records.keys()) target.records.set(id, record(id, { ref: 'X' }));
    const woken = createEngine(config);
    const calls = target.calls.length;
    for (const _ of [1, 2]) {
      expect(await woken.cycle()).toMatchObject({
        ...{ writes: 0, conflicts: [] },
        problems: [{ kind: 'read', reason: expect.stringContaining('another company') }],
      });
    }
    expect(target.calls.slice(calls)).toEqual([
      'read new-1',
      'read new-2',
      'read new-1',
      'read new-2',
    ]);
    for (const [id, each] of ours) target.records.set(id, each);
    expect((await woken.cycle()).problems).toEqual([]);
  });

  test('on its own memory looks once, and on an empty one not at all', async () => {
    const { config, target } = installation(two);
    const first = createEngine(config);
    await first.cycle();
    expect(target.calls.filter((call) => call.startsWith('read'))).toEqual([]);
    await first.cycle();
    const woken = createEngine(config);
    await woken.cycle();
    await woken.cycle();
    expect(target.calls.filter((call) => call.startsWith('read'))).toEqual(['read new-1']);
  });

  test('is awake once everything could be read, whatever else went wrong', async () => {
    const { config, target, source } = installation(two.slice(0, 1));
    await createEngine(config).cycle();
    const woken = createEngine(config);
    source.records.set('2', record('2', { name: 'Alan' }, 90));
    target.outcomes.push({ kind: 'refused', reason: 'no' });
    expect((await woken.cycle()).problems).toMatchObject([{ kind: 'refused' }]);
    const reads = () => target.calls.filter((call) => call === 'read new-1').length;
    const before = reads();
    await woken.cycle();
    expect(reads()).toBe(before);
  });

  test('takes what its memory has forgotten back, and does not make it twice', async () => {
    const { config, target, source } = installation(two.slice(0, 1));
    await createEngine(config).cycle();
    // A backup from before record 2 got its counterpart.
    target.records.set('t2', record('t2', { ref: 'C-2', fullName: 'Alan' }, 70));
    source.records.set('2', record('2', { name: 'Alan' }, 90));
    expect(await createEngine(config).cycle()).toMatchObject({ writes: 0, problems: [] });
    expect(target.records.size).toBe(2);
  });

  test('goes on looking for what was forgotten until everything could be read', async () => {
    const { config, target, source } = installation(two.slice(0, 1));
    await createEngine(config).cycle();
    const woken = createEngine(config);
    target.unreadable.add('new-1');
    expect((await woken.cycle()).problems).toMatchObject([{ kind: 'read' }]);
    target.unreadable.clear();
    target.records.set('t2', record('t2', { ref: 'C-2', fullName: 'Alan' }, 70));
    source.records.set('2', record('2', { name: 'Alan' }, 90));
    expect(await woken.cycle()).toMatchObject({ writes: 0, problems: [] });
    expect(target.records.size).toBe(2);
  });
});

describe('the parts of an engine', () => {
  test('can be replaced: whoever replaces the writing sees each write', async () => {
    const createMany: EntityPort['createMany'] = async () => {
      throw new Error('nothing goes past it');
    };
    const { config } = installation(two, { createMany });
    const seen: WriteIntent[] = [];
    const write = async (intent: WriteIntent): Promise<WriteOutcome> => {
      seen.push(intent);
      return { kind: 'failed', reason: 'not today' };
    };
    const { writes } = await createEngine({ ...config, parts: { write } }).cycle();
    expect([writes, seen.map(({ record: { sourceId } }) => sourceId)]).toEqual([0, ['1', '2']]);
  });

  test('send several creates in one request where the target takes them', async () => {
    const batches: number[] = [];
    const createMany: EntityPort['createMany'] = async (requests) => {
      batches.push(requests.length);
      return requests.map(({ properties }, at) => ({
        kind: 'stored',
        record: record(`m${at}`, properties, 80),
      }));
    };
    const { config, target } = installation(two, { createMany });
    expect(await createEngine(config).cycle()).toMatchObject({ writes: 2 });
    expect(batches).toEqual([2]);
    expect(target.calls.filter((call) => call.startsWith('create'))).toEqual([]);
  });

  test.each<[string, Partial<EntityPort>]>([
    ['one by one', {}],
    ['together', { createMany: async () => Promise.reject(new Error('it was sent')) }],
  ])('write nothing %s that is not this engine’s to write any more', async (_, offers) => {
    const { config, target, clock } = installation(two, offers);
    const store: EngineConfig['store'] = {
      ...config.store,
      // While its intents are stored the engine sleeps, and another one takes the store.
      commit: async (changes, lease) => {
        await config.store.commit(changes, lease);
        if (!changes.some(({ kind }) => kind === 'intent')) return;
        clock.advance(60_000);
        await config.store.acquireLease({ owner: 'B', ttlMs: 60_000, now: clock.now() });
      },
    };
    const { problems } = await createEngine({ ...config, store }).cycle();
    expect(problems).toMatchObject([{ kind: 'held', reason: expect.stringContaining('B holds') }]);
    expect(target.calls.filter((call) => call.startsWith('create'))).toEqual([]);
  });
});
