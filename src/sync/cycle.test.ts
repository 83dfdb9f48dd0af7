import { describe, expect, test } from 'vitest';
import { entityInMemory, record } from '../../fixtures/engine/entity-in-memory.ts';
import {
  cycleOver,
  now,
  peopleLink,
  peoplePending,
  peoplePlan,
} from '../../fixtures/engine/section-plan.ts';
import { virtualClock } from '../clock.ts';
import { SyncproofError } from '../errors.ts';
import { defaultSettings } from '../settings.ts';
import type { Cycle } from './context.ts';
import { runCycle } from './cycle.ts';
import type { SectionPlan } from './plan.ts';
import type { EntityPort } from './port.ts';
import type { RemoteRecord } from './record.ts';
import type { Watermark } from './store/link.ts';
import type { LostValue } from './store/lost-value.ts';

const settings = { ...defaultSettings, sweepEvery: 4, overlapMs: 5000 };

/** Persons and contacts; passes over them by one engine. */
function world(
  {
    persons = [record('1', { mail: 'a@x.no' }, 70)],
    contacts = [] as readonly RemoteRecord[],
  } = {},
  offers: Partial<EntityPort> = {},
  over: Partial<Cycle> = {},
) {
  const [source, target] = [entityInMemory(persons, offers), entityInMemory(contacts)];
  const plan = peoplePlan({ source, target });
  const cycle = cycleOver([plan], { settings, ...over });
  const { notes: _, sweeping: _sweeping, ...config } = cycle;
  const mark = (side: 'source' | 'target', of: Partial<Watermark>) => {
    const entity = plan.entity[side];
    const watermark = { side, entity, newest: undefined, cyclesSinceSweep: 0, ...of };
    return cycle.store.commit([{ kind: 'watermark', watermark }]);
  };
  return {
    ...{ source, target, plan, cycle, mark },
    pass: () => runCycle(config),
    marked: (side: 'source' | 'target') =>
      cycle.store.watermark({ side, entity: plan.entity[side] }),
    link: (id = '1') => cycle.store.link({ section: 'people', side: 'source', id }),
  };
}

test('A pass reads both sides, makes counterparts, and says what it wrote', async () => {
  const { pass, source, target } = world();
  expect(await pass()).toEqual({ report: { writes: 1, problems: [], conflicts: [] }, lost: [] });
  expect(source.calls).toEqual(['list']);
  expect(target.calls).toEqual(['create {"ref":"P-1","email":"a@x.no"}', 'list']);
});

test('It goes on from the newest stamp that it has read, and never back', async () => {
  const { pass, marked, source, mark } = world({
    persons: [record('1', {}, 70_000), record('2', {}, 90_000), record('3', {}, 80_000)],
  });
  await pass();
  expect(await marked('source')).toEqual({
    ...{ side: 'source', entity: 'Person', newest: 90_000, cyclesSinceSweep: 0 },
  });
  await pass();
  expect(source.calls).toEqual(['list', 'list 85000']);
  expect(await marked('source')).toMatchObject({ newest: 90_000, cyclesSinceSweep: 1 });
  await mark('source', { newest: 99_000, cyclesSinceSweep: 2 });
  await pass();
  expect(await marked('source')).toMatchObject({ newest: 99_000, cyclesSinceSweep: 3 });
  await pass();
  expect(source.calls.slice(2)).toEqual(['list 94000', 'list']);
  expect(await marked('source')).toMatchObject({ cyclesSinceSweep: 0 });
});

test('Sections that share an entity share its reading', async () => {
  const { source, target, plan, cycle } = world();
  const users = entityInMemory();
  const accounts: SectionPlan = {
    ...peoplePlan({ source, target: users }),
    ...{ key: 'users', heading: 'Users', entity: { source: 'Person', target: 'User' } },
  };
  const { notes: _, sweeping: _sweeping, ...config } = cycle;
  await runCycle({ ...config, plan: { sections: [plan, accounts], unsupported: [] } });
  expect(source.calls).toEqual(['list']);
  expect([target.calls.at(-1), users.calls.at(-1)]).toEqual(['list', 'list']);
  expect(users.records.size).toBe(1);
});

test('What the engine cannot synchronise is told in every pass', async () => {
  const { cycle } = world({ persons: [] });
  const { notes: _, sweeping: _sweeping, ...config } = cycle;
  const unsupported = [{ heading: 'Orders', reason: 'no client knows Orders' }];
  const { report } = await runCycle({ ...config, plan: { sections: [], unsupported } });
  expect(report.problems).toEqual([
    { kind: 'unsupported', section: 'Orders', reason: 'no client knows Orders' },
  ]);
});

describe('an entity that cannot be read', () => {
  test('is told, keeps its place, and stops no other entity', async () => {
    const failing = async function* (): AsyncGenerator<readonly RemoteRecord[]> {
      yield [record('1', {}, 70)];
      throw new SyncproofError('answer', 'page 2 broke off');
    };
    const { pass, marked, target } = world({}, { list: failing });
    const { report } = await pass();
    expect(report).toMatchObject({
      writes: 1,
      problems: [{ kind: 'read', section: 'Persons to Contacts', reason: 'page 2 broke off' }],
    });
    expect(await marked('source')).toBeUndefined();
    expect(target.calls).toContain('list');
  });

  test('ends the pass where it is no answer of a system', async () => {
    const list = (): never => {
      throw new TypeError('broken');
    };
    await expect(world({}, { list }).pass()).rejects.toThrow('broken');
  });
});

test('A pass from which the store is taken says what it did until then', async () => {
  const { cycle, source } = world();
  const { store, notes: _, sweeping: _sweeping, ...config } = cycle;
  const taken = {
    ...store,
    watermark: async () => Promise.reject(new SyncproofError('lease', 'B holds it')),
  };
  expect(await runCycle({ ...config, store: taken })).toEqual({
    report: {
      writes: 0,
      problems: [{ kind: 'held', section: '', reason: 'B holds it' }],
      conflicts: [],
    },
    lost: [],
  });
  expect(source.calls).toEqual([]);
});

test('A store that cannot be used ends the pass: that is no other engine', async () => {
  const { cycle } = world();
  const { store, notes: _, sweeping: _sweeping, ...config } = cycle;
  const failure = new SyncproofError('store', 'the disk is full');
  const full = { ...store, watermark: () => Promise.reject(failure) };
  await expect(runCycle({ ...config, store: full })).rejects.toBe(failure);
});

test('Lost values that nobody has been told of are told, also those of passes that died, once it is known that they are lost', async () => {
  const { pass, cycle } = world({ persons: [] });
  const value: LostValue = {
    ...{ section: 'people', source: { id: '1' }, target: { id: 't1' }, row: 'mail=email' },
    ...{ kept: 'a', lost: 'b', at: 0, reported: false },
    winner: 'source',
  };
  await cycle.store.commit([
    { kind: 'lost', value },
    { kind: 'lost', value: { ...value, lost: 'c', reported: true } },
    { kind: 'lost', value: { ...value, lost: 'd', open: true } },
  ]);
  const { report, lost } = await pass();
  expect(lost).toEqual([value]);
  expect(report.conflicts).toMatchObject([{ section: 'Persons to Contacts', lost: 'b' }]);
});

test('What a whole listing does not have is gone; what a list of changes leaves out is not', async () => {
  const { pass, source, cycle, link, mark } = world();
  await pass();
  await pass();
  source.records.clear();
  await pass();
  expect((await link())?.broken).toBeUndefined();
  await mark('source', { newest: 70, cyclesSinceSweep: 3 });
  const { report } = await pass();
  expect(report.problems).toMatchObject([{ kind: 'broken', record: { side: 'source', id: '1' } }]);
  expect(await link()).toMatchObject({ broken: 'source' });
  expect(cycle.settings.sweepEvery).toBe(4);
});

test('A listing that was interrupted leaves nothing behind that the next could take for seen', async () => {
  const { pass, cycle, source, link } = world();
  await pass();
  await cycle.store.commit([{ kind: 'seen', side: 'source', entity: 'Person', ids: ['1'] }]);
  await cycle.store.commit([
    {
      kind: 'watermark',
      watermark: { side: 'source', entity: 'Person', newest: 70, cyclesSinceSweep: 3 },
    },
  ]);
  source.records.clear();
  await pass();
  expect(await link()).toMatchObject({ broken: 'source' });
});

test('What was refused is tried again while everything is listed, and not before', async () => {
  const clock = virtualClock(now);
  const { pass, target, mark } = world({}, {}, { clock });
  target.outcomes.push({ kind: 'refused', reason: 'no' });
  const { report } = await pass();
  expect(report.problems).toMatchObject([{ kind: 'refused', record: { side: 'source', id: '1' } }]);
  const creates = () => target.calls.filter((call) => call.startsWith('create')).length;
  clock.advance(settings.overlapMs);
  await pass();
  expect(creates()).toBe(1);
  await mark('source', { newest: 70, cyclesSinceSweep: 3 });
  await pass();
  expect(creates()).toBe(2);
});

test('What has failed in a pass is told as that, and not tried again in the same one', async () => {
  const { pass, target } = world();
  target.outcomes.push({ kind: 'failed', reason: 'busy' });
  const { report } = await pass();
  expect(report.problems).toMatchObject([{ kind: 'failed', reason: 'busy' }]);
  expect(target.calls).toEqual(['create {"ref":"P-1","email":"a@x.no"}', 'list']);
});

test('What a system points at is looked at unless the list has shown it', async () => {
  const notified = async () => [{ id: '1' }, { id: '2' }];
  const { pass, source, mark } = world(
    { persons: [record('1', {}, 90_000), record('2', {}, 10)] },
    { notified },
  );
  await mark('source', { newest: 80_000, cyclesSinceSweep: 0 });
  await pass();
  expect(source.calls).toEqual(['list 75000', 'read 2']);
  const whole = world({ persons: [record('1', {}, 9)] }, { notified });
  await whole.pass();
  expect(whole.source.calls).toEqual(['list']);
});

test('What earlier passes left open is finished at the end', async () => {
  const { pass, cycle, source, mark, link } = world();
  await mark('source', { newest: 80_000, cyclesSinceSweep: 0 });
  await cycle.store.commit([{ kind: 'pending', pending: peoplePending('1', { since: now }) }]);
  await pass();
  expect(source.calls).toEqual(['list 75000', 'read 1']);
  expect(await link()).toMatchObject({ target: { id: 'new-1' } });
});

test('A linked record that a pass shows twice is settled with what it just stored', async () => {
  const { pass, cycle, target } = world({ contacts: [record('t1', { email: 'old' }, 60)] });
  const base = { 'mail=email': { source: 'old', target: 'old' } };
  await cycle.store.commit([{ kind: 'link', link: peopleLink('1', { base }) }]);
  await pass();
  expect(target.calls).toEqual(['read t1', 'update t1 {"email":"a@x.no"}', 'list']);
});
