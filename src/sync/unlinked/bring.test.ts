import { describe, expect, test } from 'vitest';
import { entityInMemory, record } from '../../../fixtures/engine/entity-in-memory.ts';
import {
  cycleOver,
  now,
  peopleLink,
  peoplePending,
  peoplePlan,
} from '../../../fixtures/engine/section-plan.ts';
import type { Side } from '../../settings.ts';
import type { SectionPlan } from '../plan.ts';
import { bring, outOfScope } from './bring.ts';

const mergeOn = [{ source: 'mail', target: 'email', line: 1 }];

/** Person 1 and contact t1, which bear one address or not. */
function beginning(over: Partial<SectionPlan> = {}, { mail = 'a@x.no', stamp = 0 } = {}) {
  const source = entityInMemory([record('1', { mail }, stamp)]);
  const target = entityInMemory([record('t1', { email: 'a@x.no' })]);
  const plan = peoplePlan({ source, target }, over);
  const cycle = cycleOver([plan]);
  const link = () => cycle.store.link({ section: 'people', side: 'source', id: '1' });
  const open = () => cycle.store.pending({ section: 'people', sourceId: '1' });
  const go = async (side: Side = 'source') => {
    const brought = { source, target }[side].records.get(side === 'source' ? '1' : 't1');
    if (brought === undefined) throw new Error('no such record');
    await bring({ cycle, plan, side, record: brought });
  };
  const made = () => target.calls.filter((call) => call.startsWith('create'));
  return { source, target, plan, cycle, link, open, go, made };
}

const create = 'create {"ref":"P-1","email":"a@x.no"}';

describe('a record without a counterpart', () => {
  test.each<[string, Partial<SectionPlan>, readonly string[]]>([
    ['always', {}, [create]],
    ['never', { creates: { kind: 'never' } }, []],
    ['while its condition holds', { creates: { kind: 'while', holds: () => true } }, [create]],
    ['not while it does not', { creates: { kind: 'while', holds: () => false } }, []],
    ['not where the target is not shared', { settings: { share: { target: false } } }, []],
    ['not where nobody has touched it', { settings: { limitedSince: 1 } }, []],
  ])('gets one %s', async (_, over, calls) => {
    const { go, made } = beginning(over);
    await go();
    expect(made()).toEqual(calls);
  });

  test('is open no longer once nothing is owed to it, and as long as something is', async () => {
    const waiting = { kind: 'pending', pending: peoplePending('1', { kind: 'waiting' }) } as const;
    const holds = () => false;
    const no = beginning({ creates: { kind: 'while', holds } });
    await no.cycle.store.commit([waiting]);
    await no.go();
    expect(await no.open()).toBeUndefined();
    const yes = beginning({
      settings: { parent: { entity: 'Customer', property: 'code', value: 7 } },
    });
    await yes.cycle.store.commit([waiting]);
    await yes.go();
    expect(await yes.open()).toMatchObject({ kind: 'waiting' });
  });

  test('gets one by its own properties', async () => {
    const asked: unknown[] = [];
    const holds = (properties: unknown) => asked.push(properties) > 1;
    const { go } = beginning({ creates: { kind: 'while', holds } });
    await go();
    expect(asked).toEqual([{ mail: 'a@x.no' }]);
  });

  test('gets one at once where nothing is merged, however new it is', async () => {
    const { go, made } = beginning({}, { stamp: now });
    await go();
    expect(made()).toEqual([create]);
  });

  test('gets none where it is the target’s', async () => {
    const { go, made, source } = beginning();
    await go('target');
    expect([made(), source.calls]).toEqual([[], []]);
  });
});

test.each([
  { since: undefined, modifiedAt: 5, out: false },
  { since: 5, modifiedAt: undefined, out: false },
  { since: 5, modifiedAt: 4, out: true },
  { since: 5, modifiedAt: 5, out: false },
])('Limited since $since, a record of $modifiedAt is left alone: $out', ({ since, ...at }) => {
  const settings = since === undefined ? {} : { limitedSince: since };
  const { plan } = beginning({ settings });
  expect(outOfScope(plan, { ...record('1'), modifiedAt: at.modifiedAt })).toBe(at.out);
});

describe('where records are merged', () => {
  test.each(['source', 'target'] as const)('a match seen from the %s is linked', async (side) => {
    const { go, link, open, made, cycle } = beginning({ mergeOn });
    await go(side);
    expect(await link()).toMatchObject({ source: { id: '1' }, target: { id: 't1' } });
    // Merged values agree at once, and nothing is made.
    expect([made(), await open(), cycle.notes.problems]).toEqual([[], undefined, []]);
  });

  test('a pair is linked before either is read again, and has agreed on nothing', async () => {
    const { go, link, target } = beginning({ mergeOn });
    target.unreadable.add('t1');
    await expect(go()).rejects.toMatchObject({ code: 'answer' });
    expect(await link()).toStrictEqual(peopleLink('1'));
  });

  test('what a pair disagrees on is settled at once', async () => {
    const { go, source, target } = beginning({ mergeOn });
    source.records.set('1', record('1', { mail: 'a@x.no', points: '7' }));
    await go();
    expect(target.records.get('t1')?.properties).toMatchObject({ score: 7 });
  });

  test('several matches are told at the source record, and none is linked', async () => {
    const { go, link, open, made, target } = beginning({ mergeOn });
    target.records.set('t2', record('t2', { email: 'a@x.no' }));
    await go();
    expect([await link(), made()]).toEqual([undefined, []]);
    expect(await open()).toMatchObject({
      kind: 'waiting',
      reason: expect.stringContaining('2 Contact match it'),
    });
  });

  test('several matches seen from the target are left to the source’s own listing', async () => {
    const { go, link, cycle, source } = beginning({ mergeOn });
    source.records.set('2', record('2', { mail: 'a@x.no' }));
    await go('target');
    expect([await link(), await cycle.store.allPending('people')]).toEqual([undefined, []]);
  });

  test('a record without a match gets a counterpart of its own, once its match would show', async () => {
    const old = beginning({ mergeOn }, { mail: 'b@x.no' });
    await old.go();
    expect(old.made()).toEqual(['create {"ref":"P-1","email":"b@x.no"}']);
    const fresh = beginning({ mergeOn }, { mail: 'b@x.no', stamp: now });
    await fresh.go();
    expect(fresh.made()).toEqual([]);
    expect(await fresh.open()).toMatchObject({
      kind: 'waiting',
      reason: expect.stringContaining('its match may be too'),
    });
  });

  test('an interrupted create comes before whatever else could be meant', async () => {
    const marker = { property: 'ref', value: 'P-1' };
    const intent = { section: 'people', source: { id: '1' }, at: 0, marker, sent: {} };
    for (const side of ['source', 'target'] as const) {
      const { cycle, go, link, made } = beginning({ mergeOn });
      await cycle.store.commit([{ kind: 'intent', intent }]);
      await go(side);
      expect([await link(), made()]).toEqual([undefined, []]);
    }
  });
});

test('A target record is not taken for the source record that has the same id', async () => {
  const { cycle, go, link } = beginning({ mergeOn });
  const intent = { section: 'people', source: { id: 't1' }, at: 0, sent: {} };
  await cycle.store.commit([{ kind: 'intent', intent }]);
  await go('target');
  expect(await link()).toMatchObject({ target: { id: 't1' } });
});

describe('a record that follows from others', () => {
  const creates = {
    kind: 'related',
    by: [{ section: 'Orders', property: 'customer' }],
  } as const;

  async function referring(linked: boolean, customer = '1') {
    const orders = entityInMemory([record('o1', { customer })]);
    const { plan, go: _, ...people } = beginning({ creates });
    const order: SectionPlan = {
      ...peoplePlan({ source: orders, target: entityInMemory() }),
      ...{ key: 'orders', heading: 'Orders' },
    };
    const cycle = cycleOver([plan, order]);
    const link = peopleLink('o1', { section: 'orders' });
    if (linked) await cycle.store.commit([{ kind: 'link', link }]);
    await bring({ cycle, plan, side: 'source', record: record('1', { mail: 'a@x.no' }) });
    return people.made();
  }

  test('gets its counterpart once one that refers to it is linked', async () => {
    expect(await referring(true)).toEqual([create]);
    expect(await referring(false)).toEqual([]);
    expect(await referring(true, '2')).toEqual([]);
  });

  test('gets none while the document has no such section', async () => {
    const { go, made } = beginning({ creates });
    await go();
    expect(made()).toEqual([]);
  });
});
