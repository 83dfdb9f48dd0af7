import { expect, test } from 'vitest';
import { virtualClock } from '../../clock.ts';
import { defaultSettings } from '../../settings.ts';
import type { Properties } from '../../value.ts';
import type { Cycle } from '../context.ts';
import { referenceParts } from '../engine.ts';
import type { SectionPlan } from '../plan.ts';
import type { EntityPort } from '../port.ts';
import type { RemoteRecord } from '../record.ts';
import { memoryStore } from '../store/memory.ts';
import { match } from './match.ts';

const unused = (): never => {
  throw new Error('matching neither lists nor writes');
};

/** An entity that holds these records and can only be asked for equal values. */
function holding(...records: readonly RemoteRecord[]): EntityPort {
  return {
    ...{ stamped: true, list: unused, read: unused, create: unused, update: unused },
    find: async ({ property, value }) =>
      records.filter(({ properties }) => properties[property] === value),
  };
}

function record(id: string, properties: Properties): RemoteRecord {
  return { id, modifiedAt: 0, properties };
}

const ada = record('1', { mail: 'ada@x.no', number: '7' });

function search(...targets: readonly RemoteRecord[]) {
  const port = {
    source: holding(ada, record('2', { mail: 'alan@x.no' })),
    target: holding(...targets),
  };
  const plan: SectionPlan = {
    ...{ key: 'people', heading: 'People', rows: [], settings: {}, port },
    entity: { source: 'Person', target: 'Contact' },
    targetSystem: { system: 'any', entity: () => undefined },
    creates: { kind: 'never' },
    mergeOn: [
      { source: 'mail', target: 'email', line: 1 },
      { source: 'number', target: 'code', line: 2 },
    ],
  };
  const cycle: Cycle = {
    plan: { sections: [plan], unsupported: [] },
    ...{ settings: defaultSettings, store: memoryStore(), clock: virtualClock(0) },
    ...{ parts: referenceParts, parents: new Map(), sweeping: false, waking: false },
    notes: { writes: 0, tried: new Set(), made: new Map(), problems: [] },
  };
  return { cycle, plan, side: 'source', record: ada } as const;
}

test('One equal value in any row is a match', async () => {
  const other = record('9', { email: 'else@x.no', code: '7' });
  expect(await match(search(other))).toEqual({ kind: 'one', other });
});

test('A record that matches in two rows is still one', async () => {
  const other = record('9', { email: 'ada@x.no', code: '7' });
  expect(await match(search(other))).toMatchObject({ kind: 'one' });
});

test('Empty values match nothing', async () => {
  const asked = search(record('9', { email: null }));
  const nobody = record('1', { mail: null, number: '' });
  expect(await match({ ...asked, record: nobody })).toEqual({ kind: 'none' });
});

test('Several candidates are ambiguous, seen from either side', async () => {
  const one = record('9', { email: 'ada@x.no' });
  expect(await match(search(one, record('8', { code: '7' })))).toMatchObject({
    kind: 'ambiguous',
    reason: expect.stringContaining('2 Contact'),
  });
  const shared = record('9', { email: 'ada@x.no', code: '7' });
  const asked = search(shared);
  const twins = holding(ada, record('2', { mail: 'ada@x.no' }));
  const plan = { ...asked.plan, port: { ...asked.plan.port, source: twins } };
  expect(await match({ ...asked, plan })).toMatchObject({
    kind: 'ambiguous',
    reason: expect.stringContaining('2 Person'),
  });
});

test('A record that is linked already is no candidate', async () => {
  const other = record('9', { email: 'ada@x.no' });
  const asked = search(other);
  const link = {
    ...{ section: 'people', source: { id: '2' }, target: { id: '9' }, base: {} },
    known: { source: undefined, target: undefined },
  };
  await asked.cycle.store.commit([{ kind: 'link', link }]);
  expect(await match(asked)).toEqual({ kind: 'none' });
});
