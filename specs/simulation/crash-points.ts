import type { HistoryStep, KillPoint } from '../../src/harness/simulation/history-step.ts';

const at = { section: 0, record: 0, row: 0 } as const;
const contacts = { section: 2, side: 'source' } as const;
const cycle: HistoryStep = { kind: 'cycle' };
const create: HistoryStep = { kind: 'create', section: 0, side: 'source' };
const settle: readonly HistoryStep[] = [cycle, cycle];

/** What the engine is about when it dies: what came before, and the steps in which death strikes. */
export interface Plot {
  readonly name: string;
  readonly before: readonly HistoryStep[];
  readonly during: readonly HistoryStep[];
}

/** The base set: every kind of write, and every kind of trouble, once. */
export const plots: readonly Plot[] = [
  {
    name: 'the first records',
    before: [],
    during: [create, { kind: 'create', ...contacts }, ...settle],
  },
  {
    name: 'an edit of the source',
    before: [create, ...settle],
    during: [{ kind: 'edit', side: 'source', ...at }, ...settle],
  },
  {
    name: 'an edit of the target',
    before: [create, ...settle],
    during: [{ kind: 'edit', side: 'target', ...at }, ...settle],
  },
  {
    name: 'edits of both sides',
    before: [create, ...settle],
    during: [
      { kind: 'edit', side: 'source', ...at },
      { kind: 'edit', side: 'target', ...at },
      ...settle,
    ],
  },
  {
    name: 'a create whose answer is lost',
    before: [],
    during: [
      create,
      { kind: 'fault', code: 'F2', section: 1, side: 'target', write: 'create', times: 1 },
      ...settle,
    ],
  },
  {
    name: 'an update that is refused at first',
    before: [create, ...settle],
    during: [
      { kind: 'edit', side: 'source', ...at },
      { kind: 'fault', code: 'F4', section: 1, side: 'target', write: 'update', times: 1 },
      ...settle,
    ],
  },
  {
    name: 'a deletion',
    before: [create, create, ...settle],
    during: [{ kind: 'remove', section: 0, side: 'source', record: 0 }, ...settle],
  },
];

/** The plot with the engine dying at one point of it. */
export function dyingAt({ before, during }: Plot, point: KillPoint): readonly HistoryStep[] {
  return [...before, { kind: 'kill', at: point }, ...during];
}
