import { expect, inject, test } from 'vitest';
import { ours } from '../crmoffice-poweroffice-go/document.ts';
import { campaign, simulate } from './simulate.ts';
import { tell } from './story.ts';

const seed = inject('seed');

test('Random histories of users, faults and deaths break no law', async () => {
  const broken = await campaign({ document: ours, histories: 60, seed });
  expect(broken && tell(broken, seed)).toBeUndefined();
});

test('The same seed and history give the same ledger, byte for byte', async () => {
  const steps = [
    { kind: 'create', section: 0, side: 'source' },
    { kind: 'fault', code: 'F2', section: 1, side: 'target', write: 'create', times: 1 },
    { kind: 'cycle' },
    { kind: 'kill', at: { on: 'request', nth: 3, phase: 'after' } },
    { kind: 'edit', section: 0, side: 'source', record: 0, row: 0 },
    { kind: 'cycle' },
  ] as const;
  const [first, second] = [
    await simulate(ours, { seed, steps }),
    await simulate(ours, { seed, steps }),
  ];
  expect(second.ledger).toBe(first.ledger);
  expect(first.ledger.length).toBeGreaterThan(1000);
});
