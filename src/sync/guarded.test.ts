import { expect, test } from 'vitest';
import { entityInMemory } from '../../fixtures/engine/entity-in-memory.ts';
import { cycleOver, now, peoplePlan } from '../../fixtures/engine/section-plan.ts';
import { type ErrorCode, SyncproofError } from '../errors.ts';
import { guarded } from './guarded.ts';

function begun() {
  const plan = peoplePlan({ source: entityInMemory(), target: entityInMemory() });
  const cycle = cycleOver([plan]);
  const open = () => cycle.store.allPending(plan.key);
  return { cycle, plan, open };
}

const failing = (code: ErrorCode) => async (): Promise<void> => {
  throw new SyncproofError(code, 'the page broke off');
};

test('What goes well leaves nothing open', async () => {
  const { cycle, plan, open } = begun();
  await guarded({ cycle, plan, source: { id: '1' } }, async () => {});
  expect([await open(), cycle.notes.problems, [...cycle.notes.tried]]).toEqual([[], [], []]);
});

test('A look-up that fails leaves its record open, and tried in this pass', async () => {
  const { cycle, plan, open } = begun();
  await guarded({ cycle, plan, source: { id: '1' } }, failing('answer'));
  expect(await open()).toEqual([
    {
      ...{ section: 'people', source: { id: '1' }, kind: 'failed', reason: 'the page broke off' },
      ...{ tried: '', attempts: 1, since: now },
    },
  ]);
  expect([...cycle.notes.tried]).toEqual(['people/1']);
  expect(cycle.notes.problems).toEqual([]);
});

test('Where the record is not known the failure itself is told', async () => {
  const { cycle, plan, open } = begun();
  await guarded({ cycle, plan }, failing('answer'));
  expect(cycle.notes.problems).toEqual([
    { kind: 'read', section: 'Persons to Contacts', reason: 'the page broke off' },
  ]);
  expect(await open()).toEqual([]);
});

test('What is no answer of a system ends the pass', async () => {
  const { cycle, plan, open } = begun();
  const source = { id: '1' };
  await expect(guarded({ cycle, plan, source }, failing('lease'))).rejects.toMatchObject({
    code: 'lease',
  });
  const broken = async (): Promise<void> => {
    throw new TypeError('broken');
  };
  await expect(guarded({ cycle, plan, source }, broken)).rejects.toThrow('broken');
  expect(await open()).toEqual([]);
});
