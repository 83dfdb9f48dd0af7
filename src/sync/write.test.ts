import { expect, test } from 'vitest';
import { type EntityInMemory, entityInMemory } from '../../fixtures/engine/entity-in-memory.ts';
import type { CreateRequest, WriteOutcome } from './port.ts';
import { type CreateWrite, write, writeTogether } from './write.ts';

const record = { section: 'people', side: 'target', entity: 'Contact', sourceId: '1' } as const;

function creating({ port }: EntityInMemory, parent?: string): CreateWrite {
  const properties = { email: 'a@x.no' };
  return { kind: 'create', record, port, properties, ...(parent === undefined ? {} : { parent }) };
}

test('An update writes its properties upon its record', async () => {
  const contacts = entityInMemory([{ id: '9', modifiedAt: 0, properties: {} }]);
  const update = { kind: 'update', record, port: contacts.port, ref: { id: '9' } } as const;
  const outcome = await write({ ...update, properties: { email: 'a@x.no' } });
  expect(outcome).toMatchObject({ kind: 'stored', record: { id: '9' } });
  expect(contacts.calls).toEqual(['update 9 {"email":"a@x.no"}']);
});

test('A create goes below its parent, where it has one', async () => {
  const contacts = entityInMemory();
  await write(creating(contacts));
  await write(creating(contacts, 'p7'));
  expect(contacts.calls).toEqual([
    'create {"email":"a@x.no"}',
    'create {"email":"a@x.no"} below p7',
  ]);
});

test('Several creates go in one request where the target takes them, else one after the other', async () => {
  const batches: (readonly CreateRequest[])[] = [];
  const failed: WriteOutcome = { kind: 'failed', reason: 'busy' };
  const createMany = async (requests: readonly CreateRequest[]) => {
    batches.push(requests);
    return requests.map(() => failed);
  };
  const batching = entityInMemory([], { createMany });
  expect(await writeTogether([creating(batching), creating(batching, 'p7')])).toEqual([
    failed,
    failed,
  ]);
  const properties = { email: 'a@x.no' };
  expect(batches).toEqual([[{ properties }, { properties, parent: 'p7' }]]);
  expect(batching.calls).toEqual([]);

  const single = entityInMemory();
  const outcomes = await writeTogether([creating(single), creating(single)]);
  expect(outcomes).toMatchObject([{ record: { id: 'new-1' } }, { record: { id: 'new-2' } }]);
});

test('To make nothing asks for nothing', async () => {
  expect(await writeTogether([])).toEqual([]);
});
