import type { HistoryStep } from '../../src/harness/simulation/history-step.ts';
import type { TroubleName } from '../../src/harness/simulation/troubles/all.ts';
import type { Side } from '../../src/settings.ts';

const spot = { section: 0, record: 0, row: 0 } as const;
const cycle: HistoryStep = { kind: 'cycle' };
const linked: readonly HistoryStep[] = [
  { kind: 'create', section: 0, side: 'source' },
  cycle,
  cycle,
];

const edit = (side: Side): HistoryStep => ({ kind: 'edit', ...spot, side });
const fault = (trouble: TroubleName, side: Side): HistoryStep => ({
  ...{ kind: 'fault', trouble, ...spot },
  ...{ side, write: 'update', times: 1 },
});

const source = (trouble: TroubleName): HistoryStep => ({
  ...{ kind: 'fault', trouble, ...spot },
  ...{ side: 'source', write: 'create', times: 1 },
});

/** Histories in which the engine once told a loss twice, or one that was none. */
export const mendedLosses: readonly {
  readonly name: string;
  readonly steps: readonly HistoryStep[];
}[] = [
  {
    name: 'What loses is told once, however often the write that overwrites it fails',
    steps: [
      ...[...linked, edit('source'), edit('target')],
      ...[fault('write unavailable', 'source'), cycle, cycle],
    ],
  },
  {
    name: 'What was to lose is not told to have lost where the write is refused, and it still stands',
    steps: [
      ...[...linked, edit('target'), { kind: 'clear', ...spot, side: 'source' } as const],
      ...[cycle, { kind: 'restart' } as const],
    ],
  },
  {
    name: 'What the engine wrote itself, although that was said to have failed, loses against nobody',
    steps: [
      ...[...linked, fault('write throttled though done', 'target'), edit('source'), cycle],
      ...[edit('source'), cycle, cycle],
    ],
  },
  {
    name: 'A system’s form of what won is told, and is nobody’s loss',
    steps: [
      ...[source('stamps all equal'), source('answer lost'), source('text in capitals')],
      ...[...linked.slice(0, 2), edit('target'), cycle],
    ],
  },
];
