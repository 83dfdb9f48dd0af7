import { expect, test } from 'vitest';
import type { ChangeEntry, RequestEntry } from '../../evidence/ledger.ts';
import { troubleIn } from './trouble.ts';

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
