import { expect, test } from 'vitest';
import { SyncproofError } from '../../errors.ts';
import type { SectionPlan } from '../plan.ts';
import type { EntityPort } from '../port.ts';
import { memoryStore } from '../store/memory.ts';
import { recognise } from './recognise.ts';

const unused = (): never => {
  throw new Error('recognising only reads');
};

/** Links 1 to 1, 2 to 2 and so on, as many as there are markers; each target bears its marker, or cannot be read. */
async function waking(...markers: readonly (string | undefined)[]) {
  const read: EntityPort['read'] = async ({ id }) => {
    const reference = markers[Number(id) - 1];
    if (reference === undefined) throw new SyncproofError('answer', `GET ${id} answered 301`);
    return { id, modifiedAt: 0, properties: { reference } };
  };
  const port: EntityPort = {
    ...{ stamped: true, list: unused, find: unused, create: unused, update: unused, read },
  };
  const plan: SectionPlan = {
    ...{ key: 'people', heading: 'People', rows: [], mergeOn: [] },
    port: { source: port, target: port },
    entity: { source: 'Person', target: 'Contact' },
    targetSystem: { system: 'any', entity: () => undefined },
    creates: { kind: 'always' },
    settings: { provide: { reference: { kind: 'marker', prefix: 'P-' } }, marker: 'reference' },
  };
  const store = memoryStore();
  for (const at of markers.keys()) {
    const ref = { id: `${at + 1}` };
    const known = { source: undefined, target: undefined };
    const link = { section: 'people', source: ref, target: ref, base: {}, known };
    await store.commit([{ kind: 'link', link }]);
  }
  return { plan: { sections: [plan], unsupported: [] }, store };
}

const home = { isHome: true, problems: [] };

test('Counterparts that bear their markers are known again', async () => {
  expect(await recognise(await waking('P-1', 'P-2'))).toEqual(home);
});

test('One marker that was edited by hand makes no stranger', async () => {
  expect(await recognise(await waking('mine'))).toEqual(home);
  expect(await recognise(await waking('mine', 'yours', 'P-3'))).toEqual(home);
});

test('Where none of several bears its marker it is another company', async () => {
  expect(await recognise(await waking('X-1', 'X-2'))).toMatchObject({
    isHome: false,
    problems: [
      { kind: 'read', section: 'People', reason: expect.stringContaining('another company') },
    ],
  });
});

test('Where nothing was marked, or records are merged, there is nothing to go by', async () => {
  const known = await waking('X-1', 'X-2');
  const planOf = (over: Partial<SectionPlan>) => ({
    ...known,
    plan: { ...known.plan, sections: known.plan.sections.map((each) => ({ ...each, ...over })) },
  });
  const mergeOn = [{ source: 'mail', target: 'email', line: 1 }];
  expect(await recognise(planOf({ mergeOn }))).toEqual(home);
  expect(await recognise(planOf({ settings: {} }))).toEqual(home);
  const unprovided = { marker: 'reference' };
  expect(await recognise(planOf({ settings: unprovided }))).toEqual(home);
  const constant = {
    ...unprovided,
    provide: { reference: { kind: 'constant', value: 1 } },
  } as const;
  expect(await recognise(planOf({ settings: constant }))).toEqual(home);
});

test('Links that are broken, and counterparts that are gone, say nothing', async () => {
  const known = await waking('X-1', 'X-2', 'P-3', 'P-4');
  const broken = { section: 'people', base: {}, known: { source: undefined, target: undefined } };
  for (const id of ['1', '2']) {
    const link = { ...broken, source: { id }, target: { id }, broken: 'source' } as const;
    await known.store.commit([{ kind: 'link', link }]);
  }
  expect(await recognise(known)).toEqual(home);
  const gone = await waking('X-1', 'X-2');
  const [plan] = gone.plan.sections;
  if (plan === undefined) throw new Error('one section');
  const read: EntityPort['read'] = async () => undefined;
  const port = { ...plan.port, target: { ...plan.port.target, read } };
  const sections = [{ ...plan, port }];
  expect(await recognise({ ...gone, plan: { sections, unsupported: [] } })).toEqual(home);
});

test('Three links are looked at, and no more', async () => {
  expect(await recognise(await waking('X-1', 'X-2', 'X-3', 'P-4'))).toMatchObject({
    isHome: false,
  });
});

test('What is no answer of a system ends the pass', async () => {
  const known = await waking('P-1');
  const [plan] = known.plan.sections;
  if (plan === undefined) throw new Error('one section');
  const read: EntityPort['read'] = () => Promise.reject(new TypeError('broken'));
  const port = { ...plan.port, target: { ...plan.port.target, read } };
  const sections = [{ ...plan, port }];
  await expect(recognise({ ...known, plan: { sections, unsupported: [] } })).rejects.toThrow(
    'broken',
  );
});

test('One that cannot be read hides none of the others, and is told', async () => {
  const unread = { reason: expect.stringContaining('is not known: GET 1 answered 301') };
  expect(await recognise(await waking(undefined, 'P-2'))).toMatchObject({
    isHome: true,
    problems: [unread],
  });
  expect(await recognise(await waking(undefined, 'X-2', 'X-3'))).toMatchObject({
    isHome: false,
    problems: [{ reason: expect.stringContaining('another company') }],
  });
  expect(await recognise(await waking(undefined))).toMatchObject({
    isHome: false,
    problems: [unread],
  });
});
