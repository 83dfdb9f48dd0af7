import { expect, test } from 'vitest';
import { entityInMemory } from '../../../fixtures/engine/entity-in-memory.ts';
import { cycleOver, now, peopleLink, peoplePlan } from '../../../fixtures/engine/section-plan.ts';
import type { RowDecision } from './decide.ts';
import { conflictOf, lostIn } from './losses.ts';

const plan = peoplePlan({ source: entityInMemory(), target: entityInMemory() });
const [row] = plan.rows;
if (row === undefined) throw new Error('a row');
const value = { source: 'a', target: 'b' };
const diff = { row, value, changed: { source: true, target: true }, agree: false };
const toTarget: RowDecision = { kind: 'write', row, diff, to: 'target', value: 'a' };

const pair = { cycle: cycleOver([plan]), plan, link: peopleLink('1') };
const lost = {
  ...{ section: 'people', source: { id: '1' }, target: { id: 't1' }, row: 'mail=email' },
  ...{ at: now, reported: false },
};

test('A value that is written over another one that had changed too is lost with it', () => {
  expect(lostIn(pair, [{ ...toTarget, lost: 'b' }])).toEqual([
    { ...lost, winner: 'source', kept: 'a', lost: 'b' },
  ]);
  expect(lostIn(pair, [{ ...toTarget, to: 'source', value: 'b', lost: null }])).toEqual([
    { ...lost, winner: 'target', kept: 'b', lost: null },
  ]);
});

test('Nothing is lost where one side alone had changed, or nothing is written', () => {
  expect(lostIn(pair, [toTarget, { kind: 'settle', row, diff }, { kind: 'nothing', row }])).toEqual(
    [],
  );
});

const kept = { ...lost, winner: 'source', kept: 'a', lost: 'b' } as const;

test('A report tells it of the record whose value it was, by the words of the document', () => {
  expect(conflictOf(kept, plan)).toEqual({
    section: 'Persons to Contacts',
    record: { side: 'target', entity: 'Contact', id: 't1' },
    ...{ property: 'email', kept: 'a', lost: 'b' },
  });
  expect(conflictOf({ ...kept, winner: 'target' }, plan)).toMatchObject({
    record: { side: 'source', entity: 'Person', id: '1' },
    property: 'mail',
  });
});

test('A report tells it by the row where the document does not have that any more', () => {
  expect(conflictOf(kept, { ...plan, rows: [] })).toMatchObject({ property: 'mail=email' });
});
