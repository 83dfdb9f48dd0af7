import { describe, expect, test } from 'vitest';
import { entityInMemory, record } from '../../../fixtures/engine/entity-in-memory.ts';
import { cycleOver, now, peopleLink, peoplePlan } from '../../../fixtures/engine/section-plan.ts';
import type { SectionSettings, Side } from '../../settings.ts';
import type { Properties } from '../../value.ts';
import type { RemoteRecord } from '../record.ts';
import { syncLinked } from './update.ts';

const base = {
  'mail=email': { source: 'old', target: 'old' },
  'points=score': { source: '1', target: 1 },
};

interface Given {
  readonly source?: Properties;
  readonly target?: Properties;
  /** When each side's record was modified; without one it has no such time. */
  readonly stamps?: Readonly<Record<Side, number | undefined>>;
  readonly settings?: SectionSettings;
  /** When the stamps that are known became known; at the clock's beginning where left out. */
  readonly learnt?: number;
}

/** Person 1 and contact t1, which agreed before one of them, or both, were edited. */
async function pairOf({ source, target, stamps, settings = {}, learnt = 0 }: Given) {
  const at = stamps ?? { source: 200, target: 100 };
  const persons = entityInMemory([
    { id: '1', modifiedAt: at.source, properties: { mail: 'old', points: '1', ...source } },
  ]);
  const contacts = entityInMemory([
    { id: 't1', modifiedAt: at.target, properties: { email: 'old', score: 1, ...target } },
  ]);
  const plan = peoplePlan({ source: persons, target: contacts }, { settings });
  const cycle = cycleOver([plan]);
  const known = { source: 100, target: 100 };
  const link = peopleLink('1', { base, known, learnt: { source: learnt, target: learnt } });
  const { store } = cycle;
  await store.commit([{ kind: 'link', link }]);
  const listed = (side: Side): RemoteRecord => {
    const [found] = (side === 'source' ? persons : contacts).records.values();
    if (found === undefined) throw new Error('no such record');
    return found;
  };
  return {
    ...{ persons, contacts, cycle },
    calls: () => [persons.calls, contacts.calls],
    all: () => syncLinked({ cycle, plan, link }),
    seen: (side: Side, shown = listed(side), seenAt = now) =>
      syncLinked({ cycle, plan, link, seen: { side, record: shown, seenAt } }),
    link: () => store.link({ section: 'people', side: 'source', id: '1' }),
    lost: () => store.lostValues({ section: 'people', reported: false }),
    open: () => store.pending({ section: 'people', sourceId: '1' }),
  };
}

test('A record in which nothing has changed costs no request', async () => {
  const { seen, calls, cycle } = await pairOf({});
  await seen('source');
  await seen('target');
  expect([calls(), [...cycle.notes.tried]]).toEqual([[[], []], []]);
});

test.each([
  {
    side: 'source',
    edit: { source: { mail: 'new' } },
    calls: [[], ['read t1', 'update t1 {"email":"new"}']],
  },
  {
    side: 'target',
    edit: { target: { score: 5 } },
    calls: [['read 1', 'update 1 {"points":"5"}'], []],
  },
] as const)(
  'An edit on the $side is written on the other side, which is read before',
  async (each) => {
    const { seen, calls } = await pairOf(each.edit);
    await seen(each.side);
    expect(calls()).toEqual(each.calls);
  },
);

test('Without a listed record both sides are read', async () => {
  const { all, calls } = await pairOf({ source: { mail: 'new' } });
  await all();
  expect(calls()).toEqual([['read 1'], ['read t1', 'update t1 {"email":"new"}']]);
});

test('What is to be written on the listed record itself is decided on how it is now', async () => {
  const { seen, calls, persons } = await pairOf({ target: { score: 5 } });
  const listed = record('1', { mail: 'listed', points: '1' }, 200);
  await seen('source', listed);
  // The list showed an edit that is not there any more.
  expect(calls()).toEqual([['read 1', 'update 1 {"points":"5"}'], ['read t1']]);
  expect(persons.records.get('1')?.properties['mail']).toBe('old');
});

test('What a list leaves out is cleared only where the record itself says so', async () => {
  const left = await pairOf({});
  await left.seen('source', record('1', { points: '1' }, 200));
  expect(left.calls()).toEqual([['read 1'], ['read t1']]);
  const cleared = await pairOf({ source: { mail: '' } });
  await cleared.seen('source');
  expect(cleared.calls()).toEqual([['read 1'], ['read t1', 'update t1 {"email":null}']]);
});

describe('where both sides have changed one property', () => {
  const edits = { source: { mail: 'ours' }, target: { email: 'theirs' } };

  test.each<[string, Given, string]>([
    ['the later record wins', { stamps: { source: 300, target: 200 } }, 'ours'],
    ['the later record wins, also the target', { stamps: { source: 200, target: 300 } }, 'theirs'],
    ['the source wins a tie', { stamps: { source: 300, target: 300 } }, 'ours'],
    [
      'the settings may give a tie to the target',
      { stamps: { source: 300, target: 300 }, settings: { priority: 'target' } },
      'theirs',
    ],
  ])('%s', async (_, given, winner) => {
    const { all, persons, contacts, lost } = await pairOf({ ...edits, ...given });
    await all();
    expect(persons.records.get('1')?.properties['mail']).toBe(winner);
    expect(contacts.records.get('t1')?.properties['email']).toBe(winner);
    expect(await lost()).toMatchObject([{ kept: winner }]);
  });

  test('a record without a stamp counts as modified when it was seen', async () => {
    const stamps = { source: undefined, target: now - 100 };
    const earlier = await pairOf({ ...edits, stamps });
    await earlier.seen('source', undefined, now - 200);
    expect(earlier.persons.records.get('1')?.properties['mail']).toBe('theirs');
    const later = await pairOf({ ...edits, stamps });
    await later.seen('source', undefined, now - 50);
    expect(later.contacts.records.get('t1')?.properties['email']).toBe('ours');
    const read = await pairOf({ ...edits, stamps: { source: now - 1, target: undefined } });
    await read.all();
    expect(read.persons.records.get('1')?.properties['mail']).toBe('theirs');
  });
});

test.each([
  { held: 'source', edit: { target: { email: 'new' } } },
  { held: 'target', edit: { source: { mail: 'new' } } },
] as const)('A $held that is not shared is not written', async ({ held, edit }) => {
  const { all, calls } = await pairOf({ ...edit, settings: { share: { [held]: false } } });
  await all();
  expect(calls()).toEqual([['read 1'], ['read t1']]);
});

test('A listed edit that is not to be written anywhere costs no request', async () => {
  const settings = { share: { target: false } };
  const { seen, calls } = await pairOf({ source: { mail: 'new' }, settings });
  await seen('source');
  expect(calls()).toEqual([[], []]);
});

test.each([
  { gone: 'source', broken: 'source', calls: [['read 1'], []] },
  { gone: 'target', broken: 'target', calls: [['read 1'], ['read t1']] },
] as const)('A $gone that is gone breaks the link, and nothing is written', async (each) => {
  const { all, calls, link, persons, contacts } = await pairOf({ source: { mail: 'new' } });
  (each.gone === 'source' ? persons : contacts).records.clear();
  await all();
  expect(calls()).toEqual(each.calls);
  expect(await link()).toMatchObject({ broken: each.broken });
});

test('A listed record that is gone when it is read again breaks the link', async () => {
  const { seen, link, persons, contacts } = await pairOf({ target: { score: 5 } });
  const listed = record('1', { mail: 'listed', points: '1' }, 200);
  persons.records.clear();
  await seen('source', listed);
  expect(await link()).toMatchObject({ broken: 'source' });
  expect(contacts.calls).toEqual(['read t1']);
});

describe('a listed record whose stamp is older than what is known', () => {
  const listed = record('1', { mail: 'older', points: '1' }, 50);

  test('is read again before it is believed', async () => {
    const { seen, calls } = await pairOf({ stamps: { source: 100, target: 100 } });
    await seen('source', listed);
    expect(calls()).toEqual([['read 1'], ['read t1']]);
  });

  test('is believed where the record itself shows it: the stamps of its system went back', async () => {
    const given = { source: { mail: 'older' }, stamps: { source: 50, target: 100 } };
    const { seen, contacts } = await pairOf(given);
    await seen('source', listed);
    expect(contacts.calls).toContain('update t1 {"email":"older"}');
  });

  test('is not written upon while only a lagging replica was read', async () => {
    const stamps = { source: 50, target: 200 };
    const { seen, persons, open } = await pairOf({ target: { email: 'new' }, stamps, learnt: now });
    await seen('target');
    expect(persons.calls).toEqual(['read 1']);
    expect(await open()).toMatchObject({
      kind: 'waiting',
      reason: expect.stringContaining('replica'),
    });
  });
});

test('What is known of both records is remembered', async () => {
  const { all, link } = await pairOf({ stamps: { source: 300, target: 400 } });
  await all();
  expect(await link()).toMatchObject({
    known: { source: 300, target: 400 },
    learnt: { source: now, target: now },
  });
});
