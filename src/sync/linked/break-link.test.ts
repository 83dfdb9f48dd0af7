import { expect, test } from 'vitest';
import { entityInMemory } from '../../../fixtures/engine/entity-in-memory.ts';
import {
  cycleOver,
  peopleLink,
  peoplePending,
  peoplePlan,
} from '../../../fixtures/engine/section-plan.ts';
import { breakLink } from './break-link.ts';

test.each([
  { side: 'source', record: { side: 'source', entity: 'Person', id: '1' } },
  { side: 'target', record: { side: 'target', entity: 'Contact', id: 't1' } },
] as const)('A link whose $side is gone is kept, marked and told', async ({ side, record }) => {
  const plan = peoplePlan({ source: entityInMemory(), target: entityInMemory() });
  const cycle = cycleOver([plan]);
  await cycle.store.commit([{ kind: 'pending', pending: peoplePending('1') }]);
  const link = peopleLink('1');
  await breakLink({ cycle, plan, link }, side);
  const by = { section: 'people', side: 'source', id: '1' } as const;
  expect(await cycle.store.link(by)).toEqual({ ...link, broken: side });
  // Nothing is owed to it any more.
  expect(await cycle.store.allPending('people')).toEqual([]);
  expect(cycle.notes.problems).toEqual([
    {
      ...{ kind: 'broken', section: 'Persons to Contacts', record },
      reason: 'the record was deleted; its counterpart stays as it is',
    },
  ]);
});
