import { expect, test } from 'vitest';
import { virtualClock } from '../../clock.ts';
import { defaultSettings } from '../../settings.ts';
import type { Cycle } from '../context.ts';
import { referenceParts } from '../engine.ts';
import type { SectionPlan } from '../plan.ts';
import type { EntityPort } from '../port.ts';
import { syncPage } from '../reading/page-step.ts';
import type { RemoteRecord } from '../record.ts';
import { memoryStore } from '../store/memory.ts';
import type { Store } from '../store/store.ts';

class Death extends Error {}

/** A target that keeps what is made in it, by its marker, and may end the engine at one of its creates. */
function keeping(made: string[], { dieAt = Number.NaN } = {}) {
  const looked: unknown[] = [];
  const recordOf = (marker: unknown): RemoteRecord => ({
    ...{ id: `t${made.indexOf(String(marker)) + 1}`, modifiedAt: 0 },
    properties: { marker: String(marker) },
  });
  const unused = (): never => {
    throw new Error('making counterparts neither lists, reads nor updates');
  };
  const port: EntityPort = {
    ...{ stamped: true, list: unused, read: unused, update: unused },
    find: async ({ value }) => {
      looked.push(value);
      return made.includes(String(value)) ? [recordOf(value)] : [];
    },
    create: async ({ properties }) => {
      made.push(String(properties['marker']));
      if (made.length === dieAt) throw new Death();
      return { kind: 'stored', record: recordOf(properties['marker']) };
    },
  };
  return { port, looked };
}

function section(target: EntityPort): SectionPlan {
  return {
    ...{ key: 'people', heading: 'People', rows: [], mergeOn: [] },
    ...{ port: { source: target, target }, entity: { source: 'Person', target: 'Contact' } },
    targetSystem: { system: 'any', entity: () => undefined },
    creates: { kind: 'always' },
    settings: { provide: { marker: { kind: 'marker', prefix: '#' } }, marker: 'marker' },
  };
}

function pass(plan: SectionPlan, { store, now }: { store: Store; now: number }) {
  const cycle: Cycle = {
    ...{ plan: { sections: [plan], unsupported: [] }, settings: defaultSettings, store },
    ...{ clock: virtualClock(now), parts: referenceParts, parents: new Map() },
    ...{ sweeping: false, waking: false },
    notes: { writes: 0, tried: new Set(), made: new Map(), problems: [] },
  };
  return (count: number): Promise<void> => {
    const records = Array.from({ length: count }, (_, at) => ({
      ...{ id: `${at + 1}`, modifiedAt: 0, properties: {} },
    }));
    return syncPage(cycle, plan, { side: 'source', records, seenAt: now });
  };
}

test('Fifty creates take two commits', async () => {
  const store = memoryStore();
  const sizes: number[] = [];
  const commit: Store['commit'] = async (changes, lease) => {
    sizes.push(changes.length);
    await store.commit(changes, lease);
  };
  const made: string[] = [];
  await pass(section(keeping(made).port), { store: { ...store, commit }, now: 0 })(120);
  expect(made).toHaveLength(120);
  expect(sizes).toEqual([100, 150, 100, 150, 40, 60]);
});

test('What a dead engine may have made is looked for once replicas must show it, and made once', async () => {
  const store = memoryStore();
  const made: string[] = [];
  const dying = pass(section(keeping(made, { dieAt: 3 }).port), { store, now: 0 });
  await expect(dying(5)).rejects.toThrow(Death);

  const { port, looked } = keeping(made);
  const later = 60_000;
  await pass(section(port), { store, now: later })(5);
  // Whoever died may have been at work until now.
  expect({ looked, made: made.length }).toEqual({ looked: [], made: 3 });
  await pass(section(port), { store, now: later + defaultSettings.overlapMs })(5);
  expect(looked).toEqual(['#1', '#2', '#3', '#4', '#5']);
  expect(made).toEqual(['#1', '#2', '#3', '#4', '#5']);
  const link = await store.link({ section: 'people', side: 'source', id: '3' });
  expect(link?.target.id).toBe('t3');
});
