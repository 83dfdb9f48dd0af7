import { expect, test } from 'vitest';
import type { Author } from '../../evidence/ledger.ts';
import { born, type TestWorld, testWorld } from '../test-world.ts';
import { createHistory } from './history.ts';

const ada = { system: 'Acme', entity: 'Customers', id: '1' } as const;

function historyOf({ world }: TestWorld) {
  const history = createHistory(world.ledger);
  history.refresh();
  return history;
}

/** Ada is entered, moves to Oslo, is deleted and comes back without a city. */
function deletedAndBack(): TestWorld {
  const told = testWorld();
  told.change({ ...born, id: '1', fields: { name: 'Ada' } });
  told.change({ by: 'engine', side: 'source', id: '1', fields: { city: 'Oslo' }, request: 7 });
  told.change({ by: 'user', side: 'source', id: '1', action: 'delete', fields: { name: null } });
  told.change({ ...born, id: '1', fields: { name: 'Ada' } });
  return told;
}

test('Each entry of the ledger is taken in once', () => {
  const told = testWorld();
  const history = createHistory(told.world.ledger);
  told.change({ ...born, id: '1', fields: {} });
  told.request();
  expect(history.refresh()).toMatchObject({ changes: [{ seq: 1 }], requests: [{ seq: 2 }] });
  expect(history.refresh()).toEqual({ changes: [], requests: [] });
  told.change({ by: 'user', side: 'source', id: '1', fields: { name: 'Ada' } });
  expect(history.refresh()).toMatchObject({ changes: [{ seq: 3 }], requests: [] });
  expect(history.changes(ada).map(({ seq }) => seq)).toEqual([1, 3]);
});

test('Records are known by system, entity and id, in the order in which they were made', () => {
  const told = testWorld();
  for (const id of ['2', '1']) told.change({ ...born, id, fields: {} });
  told.change({ ...born, entity: 'Orders', id: '3', fields: {} });
  const history = historyOf(told);
  expect(history.created({ system: 'Acme', entity: 'Customers' })).toEqual(['2', '1']);
  expect(history.created({ system: 'Globex', entity: 'Customers' })).toEqual([]);
  expect(history.changes({ ...ada, entity: 'Orders' })).toEqual([]);
  expect(history.changes({ ...ada, entity: 'Orders', id: '3' })).toHaveLength(1);
});

test('Who comes back after a deletion was made once, and nobody has typed it just now', () => {
  const history = historyOf(deletedAndBack());
  expect(history.created(ada)).toEqual(['1']);
  expect(history.changes(ada).map(({ author }) => author)).toEqual([
    ...['user', 'engine', 'user', 'server'],
  ]);
  expect(history.gone(ada)).toBe(false);
  expect(history.typed.all).toHaveLength(1);
});

test('Who is deleted is gone, and nobody else', () => {
  const told = deletedAndBack();
  told.change({ ...born, id: '2', fields: {} });
  told.change({ by: 'user', side: 'source', id: '1', action: 'delete' });
  const history = historyOf(told);
  expect(history.gone(ada)).toBe(true);
  expect(history.gone({ ...ada, id: '2' })).toBe(false);
});

test('What was put into a property is told with its author, and by which request', () => {
  const history = historyOf(deletedAndBack());
  expect(history.puts(ada, 'city')).toEqual([
    { seq: 1, author: 'user', action: 'create', value: null },
    { seq: 2, author: 'engine', action: 'update', value: 'Oslo', request: 7 },
    { seq: 4, author: 'server', action: 'create', value: null },
  ]);
  expect(history.puts(ada, 'name').map(({ seq }) => seq)).toEqual([1, 4]);
  expect(history.puts({ ...ada, id: '2' }, 'name')).toEqual([]);
});

test('A record is shown as it was before an entry, and when it was last changed', () => {
  const told = deletedAndBack();
  const history = historyOf(told);
  expect(history.asOf(ada, 1)).toEqual({});
  expect(history.asOf(ada, 2)).toEqual({ name: 'Ada' });
  expect(history.asOf(ada, 3)).toEqual({ name: 'Ada', city: 'Oslo' });
  expect(history.changedBefore(ada, 1)).toBeUndefined();
  expect(history.changedBefore({ ...ada, id: '2' }, 9)).toBeUndefined();
});

test('The last change before an entry says when', () => {
  const told = testWorld();
  told.change({ ...born, id: '1', fields: {} });
  const [entry] = told.world.ledger.entries;
  if (entry === undefined) throw new Error('nothing happened');
  const entries = [entry, { ...entry, seq: 2, at: 60 }, { ...entry, seq: 3, at: 90 }];
  const history = createHistory({ entries });
  history.refresh();
  expect([2, 3, 4].map((seq) => history.changedBefore(ada, seq))).toEqual([0, 60, 90]);
});

test('What happens to a record that is gone does not bring it back', () => {
  const told = deletedAndBack();
  told.change({ by: 'user', side: 'source', id: '1', action: 'delete' });
  told.change({ by: 'server', side: 'source', id: '1', fields: { name: null } });
  expect(historyOf(told).gone(ada)).toBe(true);
});

test('Lines to which a system gives ids are still whose they were', () => {
  const told = testWorld();
  const put = (by: Author, ...name: string[]) =>
    told.change({ by, side: 'source', id: '1', fields: { name } });
  put('engine', '{"text":"a","price":1}');
  put('server', '{"id":"L1","price":1,"text":"a"}');
  put('user', '{"id":"L1","price":1,"text":"a"}', '{"text":"b"}');
  put('server', '{"id":"L1","price":1,"text":"a"}', '{"id":"L2","text":"b"}');
  put('server', '{"id":"L1","price":1,"text":"a"}', '{"id":"L2","text":"c"}');
  const authors = historyOf(told)
    .puts(ada, 'name')
    .map(({ author }) => author);
  expect(authors).toEqual(['engine', 'engine', 'user', 'user', 'server']);
});
