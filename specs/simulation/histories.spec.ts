import { expect, inject, test } from 'vitest';
import type { HistoryStep } from '../../src/harness/simulation/history-step.ts';
import { ours } from '../crmoffice-poweroffice-go/document.ts';
import { type Broken, playRandom, seedOf, simulate } from './simulate.ts';
import { stages } from './stages.ts';
import { tell } from './story.ts';

const seed = inject('seed');

/** Few in CI; `npm run simulate` plays thousands. */
const histories = 40;

test.for(stages)(
  'Random histories of users, faults and deaths break no law on "$name"',
  async ({ document, name }) => {
    let broken: Broken | undefined;
    for (let i = 0; i < histories && broken === undefined; i += 1) {
      broken = await playRandom(document, seedOf(seed, i));
    }
    expect(broken && tell(broken, name)).toBeUndefined();
  },
);

test('The same seed and history give the same ledger, byte for byte', async () => {
  const steps: readonly HistoryStep[] = [
    { kind: 'create', section: 0, side: 'source' },
    {
      kind: 'fault',
      trouble: 'answer lost',
      ...{ section: 1, side: 'target', write: 'create', times: 1, record: 0, row: 0 },
    },
    { kind: 'cycle' },
    { kind: 'kill', at: { on: 'request', nth: 3, phase: 'after' } },
    { kind: 'edit', section: 0, side: 'source', record: 0, row: 0 },
    { kind: 'cycle' },
  ];
  const [first, second] = [
    await simulate(ours, { seed, steps }),
    await simulate(ours, { seed, steps }),
  ];
  const [one, other] = [first, second].map(({ ledger }) => JSON.stringify(ledger.entries));
  expect(other).toBe(one);
  expect(first.ledger.entries.length).toBeGreaterThan(50);
});
