import { expect, test } from 'vitest';
import { entityInMemory, record } from '../../../fixtures/engine/entity-in-memory.ts';
import { cycleOver, now, peopleLink, peoplePlan } from '../../../fixtures/engine/section-plan.ts';
import type { Side } from '../../settings.ts';
import type { SectionPlan } from '../plan.ts';
import type { RemoteRecord } from '../record.ts';
import type { Link } from '../store/link.ts';
import { syncPage } from './page-step.ts';

const persons = [record('1', { mail: 'a@x.no' }), record('2', { mail: 'b@x.no' })];
const contacts = [record('t1', { email: 'a@x.no' })];

async function listing(
  side: Side,
  given: {
    readonly link?: Link;
    readonly over?: Partial<SectionPlan>;
    readonly page?: readonly RemoteRecord[];
  },
) {
  const [source, target] = [entityInMemory(persons), entityInMemory(contacts)];
  const plan = peoplePlan({ source, target }, given.over);
  const cycle = cycleOver([plan]);
  if (given.link !== undefined) await cycle.store.commit([{ kind: 'link', link: given.link }]);
  const records = given.page ?? (side === 'source' ? persons : contacts);
  const step = () => syncPage(cycle, plan, { side, records, seenAt: now });
  const link = (id: string) => cycle.store.link({ section: 'people', side: 'source', id });
  return { source, target, cycle, step, link };
}

const mergeOn = [{ source: 'mail', target: 'email', line: 1 }];

test('Linked records are synchronised, and the others get counterparts', async () => {
  const { step, target, link } = await listing('source', { link: peopleLink('1') });
  await step();
  expect(target.calls).toEqual(['read t1', 'create {"ref":"P-2","email":"b@x.no"}']);
  expect(await link('2')).toMatchObject({ target: { id: 'new-1' } });
});

test('Records that a page names twice get one counterpart', async () => {
  for (const over of [{}, { settings: {} }]) {
    const { step, target } = await listing('source', { page: [...persons, ...persons], over });
    await step();
    expect(target.calls.filter((call) => call.startsWith('create'))).toHaveLength(2);
  }
});

test('A record in which nothing has changed costs no commit', async () => {
  const { step, cycle } = await listing('source', {
    link: peopleLink('1', { base: { 'mail=email': { source: 'a@x.no', target: 'a@x.no' } } }),
    page: persons.slice(0, 1),
  });
  let commits = 0;
  const { commit } = cycle.store;
  Object.assign(cycle.store, {
    commit: (...given: Parameters<typeof commit>) => {
      commits += 1;
      return commit(...given);
    },
  });
  await step();
  expect(commits).toBe(0);
});

test('Nothing is made on a target that is not shared', async () => {
  const settings = {
    ...peoplePlan({ source: entityInMemory(), target: entityInMemory() }).settings,
  };
  const { step, target } = await listing('source', {
    over: { settings: { ...settings, share: { target: false } } },
  });
  await step();
  expect(target.calls).toEqual([]);
});

test('A record that was brought over because another one refers to it is not made again', async () => {
  const boss = { kind: 'referred', property: 'boss', section: 'Persons to Contacts' } as const;
  const { step, target, source } = await listing('source', {
    over: { settings: { provide: { boss } } },
    page: [record('1', { mail: 'a@x.no', boss: '2' }), record('2', { mail: 'b@x.no' })],
  });
  await step();
  expect(source.calls).toEqual(['read 2']);
  expect(target.calls).toEqual([
    'create {"email":"b@x.no"}',
    'create {"boss":"new-1","email":"a@x.no"}',
  ]);
});

test('What was edited on one side while the other one’s record was lost is carried as soon as that is listed again', async () => {
  const edited = { 'mail=email': { source: 'z@x.no', target: 'a@x.no' } };
  const { step, source, link } = await listing('target', {
    link: peopleLink('1', { broken: 'target', base: edited }),
  });
  await step();
  expect(source.calls).toEqual(['read 1']);
  expect((await link('1'))?.base).toEqual({ 'mail=email': { source: 'a@x.no', target: 'a@x.no' } });
});

test('A link whose lost record is listed again holds again', async () => {
  const broken = peopleLink('1', { broken: 'source' });
  const { step, link } = await listing('source', { link: broken });
  await step();
  expect((await link('1'))?.broken).toBeUndefined();
});

test('A link whose other record is lost is left alone', async () => {
  const broken = peopleLink('1', { broken: 'target' });
  const { step, target, link } = await listing('source', {
    link: broken,
    page: persons.slice(0, 1),
  });
  await step();
  expect([await link('1'), target.calls]).toEqual([broken, []]);
});

test('A target record leads to a link only where records are merged', async () => {
  const alone = await listing('target', {});
  await alone.step();
  expect([alone.source.calls, await alone.link('1')]).toEqual([[], undefined]);
  const merged = await listing('target', { over: { mergeOn } });
  await merged.step();
  expect(await merged.link('1')).toMatchObject({ target: { id: 't1' } });
});

test('A record that fails stops none of the others', async () => {
  const { step, cycle, target } = await listing('source', { link: peopleLink('1') });
  target.unreadable.add('t1');
  await step();
  expect(target.calls).toContain('create {"ref":"P-2","email":"b@x.no"}');
  expect(await cycle.store.allPending('people')).toMatchObject([
    { source: { id: '1' }, kind: 'failed', reason: 't1 cannot be read' },
  ]);
});

test('What fails for a target record, whose source is not known, is told', async () => {
  const { step, cycle, source } = await listing('target', { over: { mergeOn } });
  source.unreadable.add('1');
  await step();
  expect(await cycle.store.allPending('people')).toEqual([]);
  expect(cycle.notes.problems).toMatchObject([{ kind: 'read', reason: '1 cannot be read' }]);
});

test('What fails for a source record leaves that record open', async () => {
  const { step, cycle, target } = await listing('source', { over: { mergeOn } });
  target.unreadable.add('t1');
  await step();
  expect(await cycle.store.allPending('people')).toMatchObject([
    { source: { id: '1' }, kind: 'failed' },
  ]);
});
