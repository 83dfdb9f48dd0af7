import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { sqliteDriver } from './sqlite-driver.ts';

function opened() {
  const database = new DatabaseSync(':memory:');
  database.exec('create table line (n integer, words text)');
  return { database, driver: sqliteDriver(database) };
}

test('Statements say whether they read, and take what they are given', () => {
  const { driver } = opened();
  const insert = driver.prepare('insert into line values (?, ?)');
  expect(insert.reader).toBe(false);
  expect(insert.run([1, 'one'])).toMatchObject({ changes: 1 });
  insert.run([2, null]);
  const select = driver.prepare('select * from line where n >= ? order by n');
  expect(select.reader).toBe(true);
  expect(select.all([1])).toMatchObject([
    { n: 1, words: 'one' },
    { n: 2, words: null },
  ]);
  expect([...select.iterate([2])]).toMatchObject([{ n: 2 }]);
});

test.each([[true], [new Date(0)], [undefined], [1n]])('%s is no value of a store', (value) => {
  const { driver } = opened();
  const insert = driver.prepare('insert into line values (?, ?)');
  expect(() => insert.run([1, value])).toThrow(
    new TypeError(`a store holds texts and numbers, not a ${typeof value}`),
  );
});

test('A statement is prepared once, and forgotten when there are too many', () => {
  const { driver } = opened();
  const sql = 'select 0 from line';
  const first = driver.prepare(sql);
  expect(driver.prepare(sql)).toBe(first);
  for (let n = 1; n < 100; n += 1) driver.prepare(`select ${n} from line`);
  expect(driver.prepare(sql)).toBe(first);
  driver.prepare('select 100 from line');
  expect(driver.prepare(sql)).not.toBe(first);
});

test('Closing it closes the database', () => {
  const { database, driver } = opened();
  driver.close();
  expect(database.isOpen).toBe(false);
});
