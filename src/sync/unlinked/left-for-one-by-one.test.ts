import { describe, expect, test } from 'vitest';
import { entityInMemory, record } from '../../../fixtures/engine/entity-in-memory.ts';
import { cycleOver, peoplePending, peoplePlan } from '../../../fixtures/engine/section-plan.ts';
import { SyncproofError } from '../../errors.ts';
import type { SectionPlan } from '../plan.ts';
import type { CreateIntent } from '../store/link.ts';
import { createTogether } from './create-together.ts';

describe('one by one, because others have a say in it,', () => {
  const persons = [record('1', { mail: 'a@x.no' }), record('2', { mail: 'b@x.no' })];
  const people = (over: Partial<SectionPlan> = {}) =>
    peoplePlan({ source: entityInMemory(persons), target: entityInMemory() }, over);
  const { settings } = people();

  /** The ids of the persons that are left to be brought over one by one. */
  async function left(plan: SectionPlan, cycle = cycleOver([plan])): Promise<readonly string[]> {
    return (await createTogether(cycle, plan, persons)).map(({ id }) => id);
  }

  test.each<[string, Partial<SectionPlan>]>([
    ['records are merged', { mergeOn: [{ source: 'mail', target: 'email', line: 1 }] }],
    ['only some get a counterpart', { creates: { kind: 'while', holds: () => true } }],
    ['the target is not shared', { settings: { ...settings, share: { target: false } } }],
    ['nothing marks a counterpart', { settings: {} }],
    [
      'a counterpart stands below that of another record',
      { settings: { ...settings, parent: { property: 'company', section: 'Companies' } } },
    ],
    [
      'a counterpart refers to that of another record',
      {
        settings: {
          ...settings,
          provide: {
            ...settings.provide,
            customer: { kind: 'referred', property: 'company', section: 'Companies' },
          },
        },
      },
    ],
  ])('go records where %s', async (_, over) => {
    expect(await left(people(over))).toEqual(['1', '2']);
  });

  test('go the records of an engine that wakes', async () => {
    const plan = people();
    expect(await left(plan, cycleOver([plan], { waking: true }))).toEqual(['1', '2']);
  });

  test('go none where nothing speaks against it, also below a parent with a key', async () => {
    expect(await left(people())).toEqual([]);
    const customers = entityInMemory([record('k1', { code: 7 })]);
    const below = people({
      settings: { ...settings, parent: { entity: 'Customer', property: 'code', value: 7 } },
      targetSystem: { system: 'any', entity: () => customers.port },
    });
    expect(await left(below)).toEqual([]);
  });

  test('goes a record that was interrupted, waits, was refused, or is out of scope', async () => {
    const interrupted = people();
    const cycle = cycleOver([interrupted]);
    const intent: CreateIntent = { section: 'people', source: { id: '1' }, at: 0, sent: {} };
    await cycle.store.commit([{ kind: 'intent', intent }]);
    expect(await left(interrupted, cycle)).toEqual(['1']);

    const waiting = people({
      settings: { ...settings, parent: { entity: 'Customer', property: 'code', value: 7 } },
    });
    expect(await left(waiting)).toEqual(['1', '2']);

    const refused = people();
    const tried = '{"ref":"P-2","email":"b@x.no"}';
    const pending = peoplePending('2', { kind: 'refused', tried });
    const again = cycleOver([refused]);
    await again.store.commit([{ kind: 'pending', pending }]);
    expect(await left(refused, again)).toEqual(['2']);

    expect(await left(people({ settings: { ...settings, limitedSince: 1 } }))).toEqual(['1', '2']);
  });

  test('goes none that could not be prepared: it stays open', async () => {
    const customers = entityInMemory([], {
      find: () => Promise.reject(new SyncproofError('answer', 'busy')),
    });
    const below = people({
      settings: { ...settings, parent: { entity: 'Customer', property: 'code', value: 7 } },
      targetSystem: { system: 'any', entity: () => customers.port },
    });
    const cycle = cycleOver([below]);
    expect(await left(below, cycle)).toEqual([]);
    expect(await cycle.store.allPending('people')).toMatchObject([
      { source: { id: '1' }, kind: 'failed', reason: 'busy' },
      { source: { id: '2' } },
    ]);
  });
});
