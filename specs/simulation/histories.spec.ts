import { expect, inject, test } from 'vitest';
import { ours } from '../crmoffice-poweroffice-go/document.ts';
import { campaign, simulate } from './simulate.ts';
import { stages } from './stages.ts';
import { tell } from './story.ts';

const seed = inject('seed');

test.for(stages)(
  'Random histories of users, faults and deaths break no law on "$name"',
  async (stage) => {
    const { document, name } = stage;
    const broken = await campaign({ document, histories: 40, seed });
    expect(broken && tell(broken, { seed, on: name })).toBeUndefined();
  },
);

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
