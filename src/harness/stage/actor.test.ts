import { expect, test } from 'vitest';
import { createRecorder } from '../../evidence/recorder.ts';
import { benches } from '../basis/bench.ts';
import { Blocked } from '../broken-promise.ts';
import type { Party } from '../party.ts';
import { testWorld } from '../test-world.ts';
import { type Actor, createActor } from './actor.ts';

/** A person at Acme, whose system takes everything or, with a reason, nothing; `told` is what the evidence says. */
function personAt(refusal?: string): {
  readonly actor: Actor;
  readonly told: () => readonly string[];
  readonly edits: () => number;
  readonly made: string[];
} {
  const { world } = testWorld();
  const no = async () => ({ ok: false, reason: refusal ?? '' }) as const;
  const source: Party =
    refusal === undefined
      ? world.parties.source
      : { ...world.parties.source, create: no, edit: no, remove: no };
  const recorder = createRecorder(world);
  const [bench] = benches(world);
  if (bench === undefined) throw new Error('there is no section');
  const made: string[] = [];
  const actor = createActor({
    world: { ...world, parties: { ...world.parties, source } },
    ...{ bench, side: 'source', recorder },
    before: async () => void made.push('before'),
    onCreate: (side, id) => made.push(`${side} ${id}`),
  });
  const told = () => recorder.evidence({ seed: 1, fields: [] }).steps.map(({ text }) => text);
  return { actor, told, edits: () => recorder.counts.edits, made };
}

test('What a person does is written down in words, and counted', async () => {
  const { actor, told, edits, made } = personAt();
  const id = await actor.create({ city: 'Oslo' });
  await actor.edit(id, { name: 'Ada', city: null });
  expect(await actor.tryEdit(id, { city: 'Bergen' })).toBe(true);
  expect(await actor.read(id)).toEqual({ name: 'Ada', city: 'Bergen' });
  await actor.remove(id);
  expect(told()).toEqual([
    'A user creates Acme Customers: name = "Ada Lovelace", city = "Oslo"',
    'A user edits Acme Customers 1: name = "Ada", city = null',
    'A user tries to edit Acme Customers 1: city = "Bergen"',
    'A user deletes Acme Customers 1',
  ]);
  expect(edits()).toBe(4);
  expect(made).toEqual(['before', 'source 1', 'before', 'before', 'before']);
});

test('What the system does not let a person do blocks the check, with its reason', async () => {
  const { actor, made } = personAt('no more');
  await expect(actor.create()).rejects.toThrow('Acme refuses the record: no more');
  await expect(actor.edit('1', {})).rejects.toThrow('Acme refuses the edit: no more');
  await expect(actor.remove('1')).rejects.toThrow('Acme refuses the deletion: no more');
  await expect(actor.remove('1')).rejects.toThrow(Blocked);
  expect(made).not.toContain('source 1');
});

test('Where a refusal is an answer it is written down', async () => {
  const { actor, told } = personAt('no more');
  expect(await actor.tryEdit('1', { name: 'Ada' })).toBe(false);
  expect(told()).toEqual([
    'A user tries to edit Acme Customers 1: name = "Ada"',
    'Acme refuses: no more',
  ]);
});

test('A record that is gone exists no more, and cannot be read', async () => {
  const { actor } = personAt();
  const id = await actor.create();
  expect(await actor.exists(id)).toBe(true);
  await actor.remove(id);
  expect(await actor.exists(id)).toBe(false);
  await expect(actor.read(id)).rejects.toThrow('Acme Customers 1 is not there any more');
  await expect(actor.read(id)).rejects.toThrow(Blocked);
});

test('A property that a record lacks is empty, and one that nobody knows gets no new value', async () => {
  const { actor } = personAt();
  const id = await actor.create();
  expect(await actor.value(id, 'name')).toBe('Ada Lovelace');
  expect(await actor.value(id, 'remark')).toBeNull();
  expect(await actor.newValue(id, 'remark')).toMatch(/^remark \w+$/);
  await expect(actor.newValue(id, 'nothing')).rejects.toMatchObject({
    code: 'check',
    message: 'Acme Customers has no property nothing',
  });
});
