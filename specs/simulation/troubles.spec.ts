import { expect, inject, test } from 'vitest';
import type { HistoryStep } from '../../src/harness/simulation/history-step.ts';
import { type TroubleName, troubleNames } from '../../src/harness/simulation/troubles/all.ts';
import type { Side } from '../../src/settings.ts';
import { familiesIn, stageNamed } from './job.ts';
import { simulate } from './simulate.ts';

const seed = inject('seed');
const { document } = stageNamed('adopting');

const cycle: HistoryStep = { kind: 'cycle' };
const create: HistoryStep = { kind: 'create', section: 0, side: 'source' };

/** All that the engine writes. */
const writes = [
  ['source', 'update'],
  ['target', 'create'],
  ['target', 'update'],
] as const;

/** Work of every kind while a trouble lasts, among records that were linked before, and one that was deleted. */
function plot(trouble: TroubleName, side: Side, write: 'create' | 'update'): HistoryStep[] {
  const edits = (['source', 'target'] as const).flatMap((on) =>
    [0, 1, 2].map(
      (record): HistoryStep => ({ kind: 'edit', section: 0, side: on, record, row: record }),
    ),
  );
  // Its second row carries a text, its third a number.
  const row = trouble.startsWith('text') ? 1 : 2;
  return [
    ...[create, create, create, create, cycle, cycle],
    ...[{ kind: 'remove', section: 0, side, record: 3 } as const, cycle, cycle, cycle, cycle],
    { kind: 'fault', trouble, section: 0, side, write, times: 2, record: 0, row },
    ...[create, ...edits, cycle, create, cycle, ...edits, cycle, cycle, cycle],
  ];
}

test.for(troubleNames)('An engine lives through this, and it happens: %s', async (trouble) => {
  const struck = new Set<string>();
  for (const [side, write] of writes) {
    const steps = plot(trouble, side, write);
    const { violation, ledger } = await simulate(document, { seed, steps });
    expect(violation, `at the ${side}, on ${write}`).toBeUndefined();
    for (const family of familiesIn(ledger)) struck.add(family);
  }
  expect([...struck]).not.toHaveLength(0);
});
