import { expect, test } from 'vitest';
import { entityInMemory, record } from '../../../fixtures/engine/entity-in-memory.ts';
import { cycleOver, peopleLink, peoplePlan } from '../../../fixtures/engine/section-plan.ts';
import type { RemoteRecord } from '../record.ts';
import { match } from './match.ts';

const ada = record('1', { mail: 'ada@x.no', number: '7' });
const mergeOn = [
  { source: 'mail', target: 'email', line: 1 },
  { source: 'number', target: 'code', line: 2 },
];

/** A search for ada's counterpart among these contacts. */
function search(...contacts: readonly RemoteRecord[]) {
  const source = entityInMemory([ada, record('2', { mail: 'alan@x.no' })]);
  const plan = peoplePlan(
    { source, target: entityInMemory(contacts) },
    { mergeOn, creates: { kind: 'never' }, settings: {} },
  );
  return { cycle: cycleOver([plan]), plan, side: 'source', record: ada } as const;
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
  const twins = entityInMemory([ada, record('2', { mail: 'ada@x.no' })]).port;
  const plan = { ...asked.plan, port: { ...asked.plan.port, source: twins } };
  expect(await match({ ...asked, plan })).toMatchObject({
    kind: 'ambiguous',
    reason: expect.stringContaining('2 Person'),
  });
});

test.each([
  {
    bears: 'the marker of one whose create was interrupted',
    marker: 'P-2',
    open: '2',
    taken: false,
  },
  { bears: 'the marker of the record itself', marker: 'P-1', open: '1', taken: true },
  { bears: 'the marker of one that nothing is known of', marker: 'P-3', open: '2', taken: true },
  { bears: 'something else', marker: 'X-2', open: '2', taken: true },
  { bears: 'a number', marker: 2, open: '2', taken: true },
])('A candidate that bears $bears is taken: $taken', async ({ marker, open, taken }) => {
  const other = record('9', { email: 'ada@x.no', ref: marker });
  const asked = search(other);
  const intent = { section: 'people', source: { id: open }, at: 0, sent: {} };
  await asked.cycle.store.commit([{ kind: 'intent', intent }]);
  const settings = { provide: { ref: { kind: 'marker', prefix: 'P-' } }, marker: 'ref' } as const;
  const plan = { ...asked.plan, settings };
  expect((await match({ ...asked, plan })).kind).toBe(taken ? 'one' : 'none');
  const seenFromThere = { ...asked, plan, side: 'target', record: other } as const;
  expect((await match(seenFromThere)).kind).toBe(taken ? 'one' : 'none');
  // Where nothing is marked nothing is awaited.
  expect((await match(asked)).kind).toBe('one');
  const constant = { ...settings, provide: { ref: { kind: 'constant', value: 1 } } } as const;
  const unmarked = { ...asked, plan: { ...asked.plan, settings: constant } };
  expect((await match(unmarked)).kind).toBe('one');
});

test('A record that is linked already is no candidate', async () => {
  const other = record('9', { email: 'ada@x.no' });
  const asked = search(other);
  const link = peopleLink('2', { target: { id: '9' } });
  await asked.cycle.store.commit([{ kind: 'link', link }]);
  expect(await match(asked)).toEqual({ kind: 'none' });
});
