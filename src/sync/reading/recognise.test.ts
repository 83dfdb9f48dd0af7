import { expect, test } from 'vitest';
import { entityInMemory, record } from '../../../fixtures/engine/entity-in-memory.ts';
import { cycleOver, peopleLink, peoplePlan } from '../../../fixtures/engine/section-plan.ts';
import { SyncproofError } from '../../errors.ts';
import type { SectionPlan } from '../plan.ts';
import { recognise } from './recognise.ts';

/** Links of persons 1, 2 and so on, as many as there are markers; each contact bears its marker, or cannot be read. */
async function waking(...markers: readonly (string | undefined)[]) {
  const contacts = entityInMemory(
    markers.map((ref, at) => record(`t${at + 1}`, ref === undefined ? {} : { ref })),
  );
  const plan = peoplePlan({ source: entityInMemory(), target: contacts });
  const { store } = cycleOver([plan]);
  for (const [at, ref] of markers.entries()) {
    await store.commit([{ kind: 'link', link: peopleLink(`${at + 1}`) }]);
    if (ref === undefined) contacts.unreadable.add(`t${at + 1}`);
  }
  const planned = (over: Partial<SectionPlan>) => ({
    plan: { sections: [{ ...plan, ...over }], unsupported: [] },
    store,
  });
  return { contacts, planned, ...planned({}) };
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
      {
        kind: 'read',
        section: 'Persons to Contacts',
        reason: expect.stringContaining('another company'),
      },
    ],
  });
});

test('Where nothing was marked, or records are merged, there is nothing to go by', async () => {
  const { planned } = await waking('X-1', 'X-2');
  const mergeOn = [{ source: 'mail', target: 'email', line: 1 }];
  expect(await recognise(planned({ mergeOn }))).toEqual(home);
  expect(await recognise(planned({ settings: {} }))).toEqual(home);
  const unprovided = { marker: 'reference' };
  expect(await recognise(planned({ settings: unprovided }))).toEqual(home);
  const constant = {
    ...unprovided,
    provide: { reference: { kind: 'constant', value: 1 } },
  } as const;
  expect(await recognise(planned({ settings: constant }))).toEqual(home);
});

test('Links that are broken, and counterparts that are gone, say nothing', async () => {
  const known = await waking('X-1', 'X-2', 'P-3', 'P-4');
  for (const id of ['1', '2']) {
    const link = peopleLink(id, { broken: 'source' });
    await known.store.commit([{ kind: 'link', link }]);
  }
  expect(await recognise(known)).toEqual(home);
  expect(known.contacts.calls).toEqual(['read t3']);
  const gone = await waking('X-1', 'X-2');
  gone.contacts.records.clear();
  expect(await recognise(gone)).toEqual(home);
});

test('Three links are looked at, and no more', async () => {
  expect(await recognise(await waking('X-1', 'X-2', 'X-3', 'P-4'))).toMatchObject({
    isHome: false,
  });
});

test('What is no answer of a system ends the pass', async () => {
  const { planned } = await waking('P-1');
  for (const cause of [new TypeError('broken'), new SyncproofError('lease', 'B holds it')]) {
    const port = { ...entityInMemory().port, read: () => Promise.reject(cause) };
    const known = planned({ port: { source: port, target: port } });
    await expect(recognise(known)).rejects.toBe(cause);
  }
});

test('One that cannot be read hides none of the others, and is told', async () => {
  const unread = { reason: expect.stringContaining('is not known: t1 cannot be read') };
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
