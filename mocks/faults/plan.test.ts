import { describe, expect, test } from 'vitest';
import { signIn } from '../bench.ts';
import { type FaultPlan, FaultPlanRefused, parseFaultPlan } from './plan.ts';
import { faultRule } from './rule.ts';
import { activities, openDesks } from './test-desks.ts';

/** One rule of every family that twins can show. */
const everything: FaultPlan = [
  { code: 'F6', system: 'CRMOffice', rate: 20, retryAfter: 1 },
  { code: 'F1', ms: 500, chance: 0.5, seed: 2 },
  { code: 'F2', nth: 2, answer: 504 },
  { code: 'F3', request: 9, answer: 503 },
  { code: 'F4', nth: 8 },
  { code: 'F5', how: 'cut', nth: 11 },
  { code: 'F7', nth: 15, how: 'shorten', seconds: 100 },
  { code: 'F8', ids: ['1004'], nth: 4, times: 2 },
  { code: 'F9', how: 'cap', rows: 1, nth: 3, times: 1 },
  { code: 'F10', reorder: true, seed: 5, times: 'always' },
  { code: 'F11', resolution: 2000 },
  { code: 'F12', ms: 300, nth: 2, times: 1 },
  { code: 'F13', id: '1005' },
  { code: 'F14', edit: { entity: 'Timetrackingactivity', fields: { name: 'user' } }, nth: 3 },
  { code: 'F15', property: 'name', rewrite: 'upper' },
  { code: 'F16', how: 'drop', property: 'isActive', chance: 0.3, seed: 4 },
  { code: 'F17', acts: [{ do: 'touch', entity: 'Contacts', id: '1004' }], nth: 6 },
  { code: 'F20', property: 'name', pattern: 'never' },
  { code: 'F21', how: 'delay', ms: 40, nth: 5 },
];

async function played(plan: FaultPlan): Promise<string> {
  const { bench, crm, office } = await openDesks();
  bench.faults.inject(plan);
  for (let round = 0; round < 12; round++) {
    const rename = { method: 'POST', json: { id: 1003 + (round % 3), name: `n${round}` } };
    const calls = [
      () => office(activities),
      () => crm('/contacts?limit=2'),
      () => office(activities, rename),
      () => signIn(bench.fetch, bench.office),
    ];
    for (const call of calls) await call().catch(() => undefined);
    bench.advance(250);
  }
  return JSON.stringify(bench.ledger.entries);
}

describe('a fault plan', () => {
  test('of every family replays into the same ledger, byte for byte', async () => {
    const replayed = parseFaultPlan(JSON.stringify(everything));
    expect(replayed).toEqual(everything);
    const ledger = await played(everything);
    expect(await played(replayed)).toBe(ledger);
    expect(await played([])).not.toBe(ledger);
    for (const code of ['F1', 'F2', 'F3', 'F4', 'F8', 'F9', 'F10', 'F11', 'F12', 'F15']) {
      expect(ledger).toContain(`${code}: `);
    }
  });

  test('has a rule for each family of the catalogue', () => {
    const known = faultRule.options.map(({ shape }) => shape.code.value);
    const all = Array.from({ length: 21 }, (_, at) => `F${at + 1}`);
    expect(known.toSorted()).toEqual(all.toSorted());
  });

  test('takes batches and notifications where systems offer them, and nowhere else', () => {
    const text = '[{"code":"F18","refused":[1]},{"code":"F19","how":"lost"}]';
    expect(parseFaultPlan(text, ['batches', 'notifications'])).toHaveLength(2);
    expect(() => parseFaultPlan(text, ['batches'])).toThrow('Rule 2, F19: no twin');
  });

  test.each([
    ['{', 'not JSON'],
    ['{}', 'does not fit'],
    ['[{"code":"F99"}]', 'code'],
    ['[{"code":"F3","nth":0}]', '[0].nth'],
    ['[{"code":"F3","often":true}]', '"often"'],
    ['[{"code":"F2"},{"code":"F18"}]', 'Rule 2, F18: no twin here takes batches'],
    ['[{"code":"F19"}]', 'no twin here sends notifications'],
    ['[{"code":"F20","pattern":"("}]', 'must be a regular expression'],
    ['[{"code":"F16","how":"set","value":"{"}]', 'must be JSON'],
    ['[{"code":"F15","property":"name","rewrite":"truncate:x"}]', 'rewrite'],
  ])('%s is refused, and the message says why', (text, why) => {
    expect(() => parseFaultPlan(text)).toThrow(FaultPlanRefused);
    expect(() => parseFaultPlan(text)).toThrow(why);
  });
});
