import type { KillPoint } from '../../src/harness/kill-point.ts';
import type { HistoryStep } from '../../src/harness/simulation/history-step.ts';

const at = { section: 0, record: 0, row: 0 } as const;
const timeTracking = { section: 1, side: 'target', times: 1, record: 0, row: 0 } as const;
const contacts = { section: 2, side: 'source' } as const;
const cycle: HistoryStep = { kind: 'cycle' };
const create: HistoryStep = { kind: 'create', section: 0, side: 'source' };
const match: HistoryStep = { kind: 'match', side: 'target', ...at };
const editSource: HistoryStep = { kind: 'edit', side: 'source', ...at };
const editTarget: HistoryStep = { kind: 'edit', side: 'target', ...at };

/** What the engine is about when it dies: what came before, and what users and systems do then. */
export interface Plot {
  readonly name: string;
  /** The document, by its stage's name. */
  readonly on: string;
  readonly before: readonly HistoryStep[];
  /** Two passes follow it; in them death strikes. */
  readonly during: readonly HistoryStep[];
}

/** The base set: every kind of write, every kind of trouble, and every way in which links come about. */
export const plots: readonly Plot[] = (
  [
    {
      on: 'ours',
      name: 'the first records',
      before: [],
      during: [create, { kind: 'create', ...contacts }],
    },
    { on: 'ours', name: 'an edit of the source', before: [create], during: [editSource] },
    { on: 'ours', name: 'an edit of the target', before: [create], during: [editTarget] },
    { on: 'ours', name: 'edits of both sides', before: [create], during: [editSource, editTarget] },
    {
      on: 'ours',
      name: 'a create whose answer is lost',
      before: [],
      during: [create, { kind: 'fault', trouble: 'answer lost', ...timeTracking, write: 'create' }],
    },
    {
      on: 'ours',
      name: 'an update that is refused at first',
      before: [create],
      during: [
        editSource,
        { kind: 'fault', trouble: 'write refused', ...timeTracking, write: 'update' },
      ],
    },
    {
      on: 'ours',
      name: 'a deletion',
      before: [create, create],
      during: [{ kind: 'remove', section: 0, side: 'source', record: 0 }],
    },
    { on: 'merging', name: 'a merge', before: [], during: [create, match] },
    {
      on: 'merging',
      name: 'an edit of merged records',
      before: [create, match],
      during: [editSource],
    },
    {
      on: 'adopting',
      name: 'a merge beside a create',
      before: [],
      during: [create, match, create],
    },
    {
      on: 'conditional',
      name: 'records of which some are wanted',
      before: [],
      during: [create, create, create],
    },
    {
      on: 'related',
      name: 'a record that is referred to',
      before: [create],
      during: [{ kind: 'refer', side: 'source', ...at, section: 1 }],
    },
    {
      on: 'parents',
      name: 'a record and its parent',
      before: [],
      during: [
        { kind: 'create', section: 1, side: 'source' },
        { kind: 'refer', side: 'source', ...at },
      ],
    },
    {
      on: 'contact-persons',
      name: 'edits of records with stamps',
      before: [create],
      during: [editSource, editTarget],
    },
  ] as const satisfies readonly Plot[]
).map(settled);

/** The plot with the passes in which all that came before has settled. */
function settled(plot: Plot): Plot {
  return plot.before.length === 0 ? plot : { ...plot, before: [...plot.before, cycle, cycle] };
}

/** The plot with so many passes and no death. */
export function undisturbed({ before, during }: Plot, passes: number): Plot['before'] {
  return [...before, ...during, ...Array.from({ length: passes }, () => cycle)];
}

/** The plot with the engine dying at one point of its two passes, alone. */
export function dyingAt({ before, during }: Plot, at: KillPoint): Plot['before'] {
  return [...before, ...during, { kind: 'kill', at }, cycle, cycle];
}

/** The same, while a second engine makes a pass on its memory. */
export function overlappedAt({ before, during }: Plot, at: KillPoint): Plot['before'] {
  return [...before, ...during, { kind: 'takeover', at, first: 'dies' }, cycle];
}
