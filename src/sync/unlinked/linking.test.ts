import { expect, test } from 'vitest';
import { entityInMemory, record } from '../../../fixtures/engine/entity-in-memory.ts';
import { now, peoplePlan } from '../../../fixtures/engine/section-plan.ts';
import type { CreateIntent } from '../store/link.ts';
import { adopt, linkOf } from './linking.ts';

const intent: CreateIntent = {
  ...{ section: 'people', source: { id: '1' }, at: 0 },
  marker: { property: 'ref', value: 'P-1' },
  sent: { 'mail=email': { source: 'A@x.no', target: 'A@x.no' } },
};

function planOver(...ids: readonly string[]) {
  const contacts = ids.map((id) => record(id, { ref: 'P-1', email: 'a@x.no', score: 7 }, 50));
  return peoplePlan({ source: entityInMemory(), target: entityInMemory(contacts) });
}

test('What was made agrees on what was sent, as the target stored it', () => {
  const source = record('1', { mail: 'A@x.no', points: '9' }, 40);
  const target = { ...record('t1', { email: 'a@x.no', score: 7 }, 50), parent: 'p1' };
  expect(linkOf({ plan: planOver(), source, target, sent: intent.sent, now })).toEqual({
    ...{ section: 'people', source: { id: '1' }, target: { id: 't1', parent: 'p1' } },
    base: {
      'mail=email': { source: 'A@x.no', target: 'a@x.no' },
      // Not sent: whatever the source holds is then a change.
      'points=score': { source: '7', target: 7 },
    },
    known: { source: 40, target: 50 },
    learnt: { source: now, target: now },
  });
});

test('A property that the target does not show is empty there', () => {
  const linked = linkOf({
    ...{ plan: planOver(), source: record('1'), target: record('t1') },
    ...{ sent: intent.sent, now },
  });
  expect(linked.base).toEqual({
    'mail=email': { source: 'A@x.no', target: null },
    'points=score': { source: null, target: null },
  });
});

test('What is found again by its marker agrees on what was sent: what is there may be an edit', async () => {
  expect(await adopt(planOver('t1'), intent, now)).toMatchObject({
    kind: 'adopted',
    link: {
      target: { id: 't1' },
      base: { 'mail=email': { source: 'A@x.no', target: 'A@x.no' } },
      known: { source: undefined, target: 50 },
    },
  });
});

test('Where nothing bears the marker nothing was made', async () => {
  expect(await adopt(planOver(), intent, now)).toEqual({ kind: 'none' });
});

test('Where several bear the marker, or there is none, it stays open and is told', async () => {
  expect(await adopt(planOver('t1', 't2'), intent, now)).toEqual({
    kind: 'open',
    reason: '2 Contact carry its marker: one of them has to go by hand',
  });
  const { marker: _, ...unmarked } = intent;
  expect(await adopt(planOver('t1'), unmarked, now)).toEqual({
    kind: 'open',
    reason: 'it may already have a Contact, and the settings name no marker to find it by',
  });
});
