import { expect, test } from 'vitest';
import type { ChangeEntry, RequestEntry } from '../../evidence/ledger.ts';
import { isForToken, isRead, isShort, troubleIn } from './trouble.ts';

const read: RequestEntry = {
  ...{ kind: 'request', seq: 1, at: 0, system: 'Globex', method: 'GET', url: '/contacts/9' },
  ...{ mutating: false, request: '', status: 503, response: '', refused: false },
};
const write: RequestEntry = { ...read, method: 'POST', url: '/contacts', mutating: true };

function trouble(requests: readonly RequestEntry[], changes: readonly ChangeEntry[] = []) {
  return troubleIn({ requests, changes }).length;
}

test('What failed and was not made good is trouble', () => {
  for (const failed of [
    read,
    write,
    { ...write, status: 200, refused: true },
    { ...read, status: 0 },
  ]) {
    expect(trouble([failed])).toBe(1);
  }
});

test('That a record is not there, has another id, or was changed meanwhile, is an answer', () => {
  for (const status of [301, 308, 404, 410, 412]) expect(trouble([{ ...read, status }])).toBe(0);
});

test('A body that nobody can read is none, whatever its status', () => {
  const garbled = { ...read, status: 200, fault: 'F5: answer garbled (cut)' };
  expect(trouble([{ ...garbled, response: '{"id":' }])).toBe(1);
  expect(trouble([{ ...garbled, response: '{}' }])).toBe(0);
});

test('A list makes good what a look-up could not show, and not the other way round', () => {
  const list = { ...read, url: '/contacts?limit=500' };
  const well = { status: 200 } as const;
  expect(trouble([read, { ...list, ...well }])).toBe(0);
  expect(trouble([list, { ...read, ...well }])).toBe(1);
});

test('A write is made good by itself alone, and none is needed where it was stored', () => {
  const ada = { ...write, request: '{"name":"Ada"}' };
  expect(trouble([ada, { ...write, request: '{"name":"Alan"}', status: 201 }])).toBe(1);
  expect(trouble([ada, { ...ada, status: 201 }])).toBe(0);
  const stored: ChangeEntry = {
    ...{ kind: 'change', seq: 2, at: 0, system: 'Globex', entity: 'Contact', id: '9' },
    ...{ action: 'create', author: 'engine', request: 1, fields: {} },
  };
  expect(trouble([ada], [stored])).toBe(0);
});

const token: RequestEntry = {
  ...{ ...read, method: 'POST', url: '/token', request: 'grant_type=client_credentials' },
};

test('A request for a token is a form that is posted and writes nothing', () => {
  expect(isForToken(token)).toBe(true);
  const others = [{ method: 'GET' }, { mutating: true }, { request: '{"a":1}' }];
  for (const other of others) expect(isForToken({ ...token, ...other })).toBe(false);
});

test('What neither writes nor asks for a token asks for records', () => {
  expect(isRead(read)).toBe(true);
  expect(isRead({ ...read, method: 'POST', request: '{"ids":[9]}' })).toBe(true);
  expect(isRead(write)).toBe(false);
  expect(isRead(token)).toBe(false);
});

test.for<[fault: string | undefined, short: boolean]>([
  ['F9: page shape cut 2', true],
  ['F8: 12 rows left out for want of rights', true],
  ['F4: showed nothing', true],
  ['F21: 5 ms late; F9: page shape cut 2', true],
  ['F21: 5 ms late; F8: 1 rows left out for want of rights', true],
  ['F9: page shape cursor', false],
  ['F8: 403 for want of rights', false],
  [undefined, false],
])('A list with the fault %j is short of something: %s', ([fault, short]) => {
  const list = { ...read, status: 200, ...(fault === undefined ? {} : { fault }) };
  expect(isShort(list)).toBe(short);
  expect(isShort({ ...list, mutating: true }), 'a write shows no list').toBe(false);
});

test('An answer between 200 and 299 is one, unless it is refused', () => {
  const status = (number: number) => trouble([{ ...read, status: number }]);
  expect([199, 200, 299, 300].map(status)).toEqual([1, 0, 0, 1]);
  const hidden = { ...read, status: 200, refused: true, fault: 'F4: showed nothing' };
  expect(trouble([hidden])).toBe(0);
});

test('An answer without a body is unreadable where a fault took it, and an empty one is not', () => {
  const empty = { ...read, status: 200 };
  expect(trouble([{ ...empty, fault: 'F4: answered 200 without a body' }])).toBe(1);
  expect(trouble([{ ...empty, fault: 'F21: 5 ms late' }])).toBe(0);
  expect(trouble([empty])).toBe(0);
});
