import { expect, test } from 'vitest';
import { entityInMemory, record } from '../../../fixtures/engine/entity-in-memory.ts';
import { cycleOver, peopleLink, peoplePlan } from '../../../fixtures/engine/section-plan.ts';
import { defaultSettings } from '../../settings.ts';
import type { Link } from '../store/link.ts';
import { breakMissing } from './missing.ts';

const shrinkage = { records: 3, share: 0.5 };

interface Given {
  /** How many persons are linked, 1 and so on. */
  readonly linked: number;
  /** How many of them, from 1 on, a whole listing did not have. */
  readonly missing: number;
  /** Ids of those that are there all the same. */
  readonly there?: readonly string[];
  readonly over?: (id: string) => Partial<Link>;
}

async function afterListing({ linked, missing, there = [], over = () => ({}) }: Given) {
  const source = entityInMemory(there.map((id) => record(id)));
  const plan = peoplePlan({ source, target: entityInMemory() });
  const cycle = cycleOver([plan], { settings: { ...defaultSettings, shrinkage } });
  const ids = Array.from({ length: linked }, (_, at) => `${at + 1}`);
  const { store } = cycle;
  await store.commit(ids.map((id) => ({ kind: 'link', link: peopleLink(id, over(id)) })));
  const of = { side: 'source', entity: 'Person' } as const;
  await store.commit([{ kind: 'seen', ...of, ids: ids.slice(missing) }]);
  const breakThem = () => breakMissing(cycle, { ...of, sections: [plan] });
  const broken = async (): Promise<readonly string[]> => {
    const found: string[] = [];
    for await (const link of store.links('people')) {
      if (link.broken === 'source') found.push(link.source.id);
    }
    return found;
  };
  return { source, cycle, breakThem, broken };
}

test('Links of records that are missing are broken once looking them up has confirmed it', async () => {
  const { breakThem, broken, source } = await afterListing({ linked: 5, missing: 2, there: ['1'] });
  await breakThem();
  expect(source.calls).toEqual(['read 1', 'read 2']);
  expect(await broken()).toEqual(['2']);
});

test('Where nothing is missing nothing is asked', async () => {
  const { breakThem, broken, source, cycle } = await afterListing({ linked: 5, missing: 0 });
  await breakThem();
  expect([source.calls, await broken(), cycle.notes.problems]).toEqual([[], [], []]);
});

test.each([
  { linked: 2, missing: 2, believed: true, why: 'too few to wonder at' },
  { linked: 6, missing: 3, believed: true, why: 'as large a share as is believed' },
  { linked: 5, missing: 3, believed: false, why: 'more than the share that is believed' },
  { linked: 3, missing: 3, believed: false, why: 'all of them' },
])('$missing of $linked missing are $why', async ({ linked, missing, believed }) => {
  const { breakThem, broken, source, cycle } = await afterListing({ linked, missing });
  await breakThem();
  expect(await broken()).toHaveLength(believed ? missing : 0);
  if (believed) return;
  expect(source.calls).toEqual([]);
  expect(cycle.notes.problems).toEqual([
    {
      ...{ kind: 'read', section: 'Persons to Contacts' },
      reason: expect.stringMatching(new RegExp(`^${missing} linked Person are missing`)),
    },
  ]);
});

test('Links that are broken already count on neither side, and are not looked up', async () => {
  const over = (id: string): Partial<Link> => (Number(id) > 3 ? { broken: 'target' } : {});
  const shrunk = await afterListing({ linked: 9, missing: 3, over });
  await shrunk.breakThem();
  expect([await shrunk.broken(), shrunk.source.calls]).toEqual([[], []]);
  const few = await afterListing({
    ...{ linked: 9, missing: 9 },
    over: (id) => (Number(id) > 2 ? { broken: 'target' } : {}),
  });
  await few.breakThem();
  expect(few.source.calls).toEqual(['read 1', 'read 2']);
});

test('One that cannot be looked up stays linked, is told, and stops none of the others', async () => {
  const { breakThem, broken, source, cycle } = await afterListing({ linked: 5, missing: 2 });
  source.unreadable.add('1');
  await breakThem();
  expect(await broken()).toEqual(['2']);
  expect(await cycle.store.allPending('people')).toMatchObject([{ source: { id: '1' } }]);
});
