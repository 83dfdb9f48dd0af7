import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { defineEntity, facts } from '../contract/contract.ts';
import { createLedger, type Ledger } from '../ledger.ts';
import { Table } from './table.ts';
import type { Properties } from './value.ts';

const user = { author: 'user' } as const;

function setUp(): { table: Table; ledger: Ledger; time: { now: number } } {
  const time = { now: 1000 };
  const source = 'test';
  const entity = defineEntity({
    name: 'Things',
    properties: {
      code: z.string().register(facts, { source, unique: true }),
      name: z.string().register(facts, { source }),
    },
  });
  const ledger = createLedger({ clock: { now: () => time.now } });
  const stamp = (): number => time.now;
  const fate = () => ({ silent: false, hiddenFor: 0 });
  const setting = { system: 'S', entity, ledger, stamp, now: stamp, fate, firstId: 7 };
  return { table: new Table(setting), ledger, time };
}

function same(fields: Properties) {
  return { sent: fields, stored: fields, by: user };
}

function added(table: Table, fields: Properties) {
  const written = table.insert(same(fields));
  if (!written.ok) throw new Error('refused');
  return written.row;
}

describe('writing', () => {
  test('ids rise from the first one and are never used again', () => {
    const { table } = setUp();
    const first = added(table, { name: 'a' });
    table.remove(first, user);
    expect([first.id, added(table, { name: 'b' }).id]).toEqual([7, 8]);
  });

  test('a create lists every property that got a value, and leaves out the empty ones', () => {
    const { table, ledger } = setUp();
    const row = added(table, { name: 'a', code: '' });
    expect(row.fields).toEqual({ name: 'a' });
    expect(ledger.entries).toMatchObject([
      { kind: 'change', seq: 1, at: 1000, action: 'create', id: '7', author: 'user' },
    ]);
    expect(ledger.entries[0]).toHaveProperty('fields', { name: { before: null, after: 'a' } });
  });

  test('a change moves version and time; a write that changes nothing moves neither', () => {
    const { table, ledger, time } = setUp();
    const row = added(table, { name: 'a' });
    time.now = 2000;
    const same1 = table.update(row, same({ name: 'a' }));
    expect(same1).toEqual({ ok: true, row });
    const changed = table.update(row, same({ name: 'b' }));
    expect(changed).toMatchObject({
      ok: true,
      row: { version: 2, createdAt: 1000, modifiedAt: 2000 },
    });
    expect(ledger.entries).toHaveLength(2);
  });

  test('a silent change leaves the time', () => {
    const { table, time } = setUp();
    const row = added(table, { name: 'a' });
    time.now = 2000;
    table.update(row, { ...same({ name: 'b' }), silent: true });
    expect(table.get(7)).toMatchObject({ modifiedAt: 1000, version: 2, fields: { name: 'b' } });
    expect(table.since(1500)).toEqual([]);
  });

  test('what is stored otherwise than sent is a change of the server after the change of the writer', () => {
    const { table, ledger } = setUp();
    const row = added(table, { name: 'a' });
    table.update(row, {
      sent: { name: ' b ' },
      stored: { name: 'b' },
      by: { author: 'engine', request: 3 },
    });
    expect(ledger.entries.slice(1)).toMatchObject([
      { author: 'engine', request: 3, fields: { name: { before: 'a', after: ' b ' } } },
      { author: 'server', fields: { name: { before: ' b ', after: 'b' } } },
    ]);
    expect(ledger.entries[2]).not.toHaveProperty('request');
  });

  test('a delete lists every property that had a value', () => {
    const { table, ledger } = setUp();
    table.remove(added(table, { name: 'a' }), user);
    expect(ledger.entries[1]).toMatchObject({
      action: 'delete',
      fields: { name: { before: 'a', after: null } },
    });
    expect(table.get(7)).toBeUndefined();
  });
});

describe('uniqueness', () => {
  test('a taken value is refused for creates and updates, and nothing happens', () => {
    const { table, ledger } = setUp();
    added(table, { code: 'x' });
    const second = added(table, { code: 'y' });
    const before = ledger.entries.length;
    expect(table.insert(same({ code: 'x' }))).toMatchObject({
      ok: false,
      problems: [{ kind: 'unique' }],
    });
    expect(table.update(second, same({ code: 'x' }))).toMatchObject({ ok: false });
    expect(ledger.entries).toHaveLength(before);
    expect(table.get(8)?.fields).toEqual({ code: 'y' });
  });

  test('a value that was given up is free, and empty values never clash', () => {
    const { table } = setUp();
    const first = added(table, { code: 'x' });
    table.update(first, same({ code: null }));
    expect(table.insert(same({ code: 'x' })).ok).toBe(true);
    expect(table.insert(same({ name: 'no code' })).ok).toBe(true);
  });
});

describe('finding', () => {
  test('rows are found by value, also those that came before the first question', () => {
    const { table } = setUp();
    const [a, b] = [added(table, { name: 'n' }), added(table, { name: 'm' })];
    expect(table.where('name', 'n')).toEqual([a]);
    const moved = table.update(b, same({ name: 'n' }));
    expect(table.where('name', 'n').map(({ id }) => id)).toEqual([7, 8]);
    expect(table.where('name', 'm')).toEqual([]);
    if (moved.ok) table.remove(moved.row, user);
    expect(table.where('name', 'n')).toEqual([a]);
  });

  test('rows are found by change time and from an id on', () => {
    const { table, time } = setUp();
    const first = added(table, { name: 'a' });
    time.now = 2000;
    const second = added(table, { name: 'b' });
    expect(table.since(1001)).toEqual([second]);
    expect([...table.after(6)]).toEqual([first, second]);
    expect([...table.after(7)]).toEqual([second]);
    table.remove(first, user);
    expect([...table.after(0)]).toEqual([second]);
    expect(table.size).toBe(1);
  });
});
