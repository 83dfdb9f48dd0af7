import { expect, test } from 'vitest';
import type { RemoteRecord } from '../../sync/record.ts';
import type { Call } from '../http/call.ts';
import type { ApiClient } from '../http/client.ts';
import { activity, projectActivity } from './kinds.ts';
import { update } from './writes.ts';

/** An API that keeps the calls and answers each with this record. */
function recording(record: object) {
  const calls: Call[] = [];
  const api: ApiClient = {
    system: 'PowerOffice GO',
    baseUrl: 'https://x.test',
    send: async (call) => {
      calls.push(call);
      return { kind: 'answered', status: 200, body: { data: record, success: true } };
    },
  };
  return { api, calls };
}

const id = '9007199254740993';
const unread = async () => undefined;

test('an id is sent with all its digits, as a number', async () => {
  const { api, calls } = recording({ id, lastChanged: '2026-03-02T08:00:00 +00:00' });
  const source = { api, kind: activity, read: unread };
  expect(await update(source, { ref: { id }, properties: { name: 'x' } })).toMatchObject({
    kind: 'stored',
    record: { id },
  });
  expect(calls[0]?.body?.text).toBe(`{"name":"x","id":${id}}`);
});

test('a reference that lost its parent finds it by reading the record', async () => {
  const { api, calls } = recording({ id: 8 });
  const found: RemoteRecord = { id: '8', parent: '305', modifiedAt: undefined, properties: {} };
  const source = { api, kind: projectActivity, read: async () => found };
  const outcome = await update(source, { ref: { id: '8' }, properties: { isBillable: true } });
  expect(outcome).toMatchObject({ kind: 'stored', record: { id: '8', parent: '305' } });
  expect(calls.map(({ target }) => target)).toEqual(['/Project/305/Activity/']);
});

test('without a parent nothing is written', async () => {
  const { api, calls } = recording({ id: 8 });
  const source = { api, kind: projectActivity, read: unread };
  const outcome = await update(source, { ref: { id: '8' }, properties: {} });
  expect(outcome).toMatchObject({ kind: 'failed' });
  expect(calls).toEqual([]);
});

test('an id that is no number names no record', async () => {
  const { api, calls } = recording({});
  const source = { api, kind: activity, read: unread };
  expect(await update(source, { ref: { id: '1,"x":2' }, properties: {} })).toEqual({
    kind: 'gone',
  });
  expect(calls).toEqual([]);
});
