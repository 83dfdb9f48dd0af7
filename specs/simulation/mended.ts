import type { HistoryStep } from '../../src/harness/simulation/history-step.ts';
import type { TroubleName } from '../../src/harness/simulation/troubles/all.ts';
import type { Side } from '../../src/settings.ts';

const cycle: HistoryStep = { kind: 'cycle' };
const create: HistoryStep = { kind: 'create', section: 0, side: 'source' };
const settle = [cycle, cycle] as const;
/** More passes than there are between two whole listings. */
const sweep = [cycle, cycle, cycle, cycle, cycle] as const;

function fault(trouble: TroubleName, side: Side, write: 'create' | 'update', row = 0): HistoryStep {
  return { kind: 'fault', trouble, section: 0, side, write, times: 1, record: 0, row };
}

function edit(side: Side): HistoryStep {
  return { kind: 'edit', section: 0, side, record: 0, row: 0 };
}

/** Histories that random play once found the engine to fail in, made short. */
export const mended: readonly {
  readonly name: string;
  /** The document it is played on; contact persons where none is named. */
  readonly on?: string;
  readonly steps: readonly HistoryStep[];
}[] = [
  {
    name: 'A create that is refused although it was done is not sent again',
    steps: [create, fault('write refused though done', 'target', 'create'), ...settle],
  },
  {
    name: 'What an update overwrites is told although the update is said to be refused',
    steps: [
      ...[create, ...settle, edit('source'), edit('target')],
      ...[fault('write refused though done', 'source', 'update'), ...settle],
    ],
  },
  {
    name: 'A link holds again once its record, out of sight for a while, is seen again',
    steps: [
      ...[create, ...settle, fault('record out of sight', 'target', 'update'), ...sweep],
      ...[{ kind: 'mend' } as const, edit('source')],
    ],
  },
  {
    name: 'A link holds again once its record, deleted by mistake, is brought back',
    steps: [
      ...[create, ...settle, { kind: 'remove', section: 0, side: 'source', record: 0 } as const],
      ...[...sweep, fault('record brought back', 'source', 'update'), cycle, edit('target')],
    ],
  },
  {
    name: 'A record is carried on after the stamps of its system went back',
    steps: [
      ...[create, ...settle, fault('stamps behind', 'source', 'update')],
      ...[edit('source'), ...settle, edit('source'), ...settle],
    ],
  },
  {
    name: "What an interrupted create made is nobody else's match",
    on: 'adopting',
    steps: [
      { kind: 'kill', at: { on: 'request', nth: 8, phase: 'after' } },
      ...[cycle, create, cycle],
      { kind: 'match', section: 0, side: 'source', record: 0, row: 0 },
      { kind: 'remove', section: 0, side: 'source', record: 0 },
      { kind: 'takeover', at: { on: 'request', nth: 1, phase: 'after' }, first: 'dies' },
    ],
  },
  {
    name: 'What only a lagging replica shows is not written upon',
    steps: [
      fault('reads lagging now and then', 'source', 'create'),
      ...[cycle, cycle, cycle, create, cycle, edit('target'), create],
      fault('short pages', 'source', 'create'),
      { kind: 'edit', section: 0, side: 'source', record: 0, row: 4 },
      ...[fault('answer lost', 'target', 'update'), cycle],
    ],
  },
  {
    name: 'An edit that puts back what a write of unknown end replaced is an edit',
    on: 'conditional',
    steps: [
      ...[fault('answer lost', 'source', 'create'), create, cycle],
      ...[{ kind: 'clear', section: 0, side: 'target', record: 0, row: 3 } as const, cycle],
      { kind: 'edit', section: 0, side: 'target', record: 0, row: 3 },
    ],
  },
  {
    name: 'A number that is shown as text is not written back to where it stands as a number',
    on: 'adopting',
    steps: [...[create, cycle], fault('number shown as text', 'target', 'create', 2), cycle],
  },
  {
    name: 'What was refused while somebody edited that record, and decided anew, is not open',
    on: 'merging',
    steps: [
      ...[create, fault('edited there and back', 'source', 'create')],
      { kind: 'match', section: 0, side: 'target', record: 0, row: 0 },
      ...[fault('property read-only', 'source', 'create', 1), cycle],
    ],
  },
  {
    name: 'A user takes back an edit in whose carrying the engine died',
    on: 'related',
    steps: [
      ...[{ kind: 'refer', section: 1, side: 'source', record: 0, row: 0 } as const, cycle],
      ...[{ kind: 'clear', section: 1, side: 'source', record: 0, row: 0 } as const, cycle],
      { kind: 'edit', section: 1, side: 'source', record: 0, row: 0 },
      ...[{ kind: 'kill', at: { on: 'request', nth: 4, phase: 'after' } } as const, cycle],
      { kind: 'clear', section: 1, side: 'source', record: 0, row: 0 },
    ],
  },
  {
    name: 'What a write of unknown end made is no edit, although its record could not be read since',
    steps: [
      ...[create, ...settle, edit('source')],
      ...[{ kind: 'kill', at: { on: 'request', nth: 3, phase: 'after' } } as const, cycle],
      ...[fault('record forbidden', 'source', 'create'), edit('source'), cycle],
      { kind: 'edit', section: 0, side: 'target', record: 0, row: 1 },
    ],
  },
  {
    name: 'What a write of unknown end made is no edit, although the engine died again before its next one',
    steps: [
      ...[create, ...settle, edit('source')],
      ...[{ kind: 'kill', at: { on: 'request', nth: 3, phase: 'after' } } as const, cycle],
      ...[edit('source'), { kind: 'kill', at: { on: 'commit', nth: 2, phase: 'after' } } as const],
      ...[cycle, { kind: 'edit', section: 0, side: 'target', record: 0, row: 1 } as const],
    ],
  },
  {
    name: 'A write that was spurned for its token goes on beside the engine that took over meanwhile',
    on: 'merging',
    steps: [
      { kind: 'create', section: 0, side: 'target' },
      { kind: 'match', section: 0, side: 'source', record: 0, row: 0 },
      ...[cycle, edit('target'), fault('write slow', 'source', 'create')],
      { kind: 'edit', section: 0, side: 'source', record: 0, row: 4 },
      fault('token cut short', 'target', 'create'),
      { kind: 'takeover', at: { on: 'request', nth: 5, phase: 'after' }, first: 'goes on' },
    ],
  },
  {
    name: 'What the system has just erased, unseen behind a lagging read, may be emptied once more',
    on: 'conditional',
    steps: [
      ...[
        create,
        ...settle,
        { kind: 'clear', section: 0, side: 'source', record: 0, row: 0 } as const,
      ],
      fault('record erased', 'target', 'create'),
      fault('reads lagging', 'target', 'create'),
      { kind: 'takeover', at: { on: 'request', nth: 1, phase: 'after' }, first: 'dies' },
    ],
  },
  {
    name: 'A value that somebody types as the other system stores it stands in two records',
    on: 'adopting',
    steps: [
      ...[fault('text in capitals', 'target', 'create'), create, cycle],
      { kind: 'match', section: 0, side: 'source', record: 0, row: 0 },
    ],
  },
  {
    name: 'A refused write is settled where its record was edited meanwhile, and both agree then',
    steps: [
      ...[create, cycle, edit('target'), fault('edited meanwhile', 'target', 'create')],
      ...[{ kind: 'clear', section: 0, side: 'source', record: 0, row: 0 } as const, cycle],
    ],
  },
  {
    name: 'A look-up by a condition is made good by a list that shows its record',
    steps: [
      ...[create, cycle],
      ...[{ kind: 'edit', section: 0, side: 'source', record: 0, row: 11 } as const],
      fault('place in the list lost', 'target', 'create'),
      ...[{ kind: 'edit', section: 0, side: 'target', record: 0, row: 11 } as const, cycle],
    ],
  },
  {
    name: 'What stood before a write over which the engine died may be put back unseen',
    on: 'conditional',
    steps: [
      ...[create, { kind: 'edit', section: 0, side: 'source', record: 0, row: 3 } as const, cycle],
      { kind: 'clear', section: 0, side: 'target', record: 0, row: 9 },
      ...[{ kind: 'kill', at: { on: 'request', nth: 5, phase: 'after' } } as const, cycle],
      { kind: 'edit', section: 0, side: 'source', record: 0, row: 3 },
    ],
  },
  {
    name: 'An edit that is taken back was never seen by an engine that died before it had looked',
    on: 'related',
    steps: [
      { kind: 'refer', section: 1, side: 'source', record: 0, row: 0 },
      ...[{ kind: 'clear', section: 1, side: 'source', record: 0, row: 0 } as const, cycle],
      { kind: 'edit', section: 3, side: 'target', record: 0, row: 0 },
      { kind: 'edit', section: 1, side: 'source', record: 0, row: 0 },
      ...[{ kind: 'kill', at: { on: 'request', nth: 1, phase: 'before' } } as const, cycle],
      { kind: 'clear', section: 1, side: 'source', record: 0, row: 0 },
    ],
  },
  {
    name: 'Who wins against a record without a stamp is settled once the stamp of the other has come true',
    on: 'ours',
    steps: [
      ...[create, { ...fault('stamps ahead', 'source', 'create'), section: 1 } as HistoryStep],
      ...[cycle, edit('target')],
      { kind: 'clear', section: 0, side: 'source', record: 0, row: 0 },
    ],
  },
  {
    name: 'A part of a write whose answer was lost is sent again where the system stores it otherwise',
    on: 'merging',
    steps: [
      ...[
        fault('stamps all equal', 'target', 'create'),
        { kind: 'create', section: 0, side: 'target' } as const,
      ],
      fault('text in capitals', 'target', 'create'),
      { kind: 'match', section: 0, side: 'source', record: 0, row: 3 },
      ...[fault('answer lost', 'target', 'update'), { kind: 'overlap' } as const],
    ],
  },
  {
    name: 'What a user types just as a write of unknown end was to put it there is taken for its work',
    on: 'adopting',
    steps: [
      ...[create, { kind: 'overlap' } as const, fault('write broken off', 'target', 'update')],
      { kind: 'clear', section: 0, side: 'source', record: 0, row: 11 },
      { kind: 'takeover', at: { on: 'request', nth: 1, phase: 'after' }, first: 'dies' },
      { kind: 'edit', section: 0, side: 'source', record: 0, row: 11 },
      { kind: 'clear', section: 0, side: 'target', record: 0, row: 11 },
    ],
  },
  {
    name: 'A system has one rule for what it makes of a property',
    steps: [
      ...[fault('text cut', 'target', 'create', 2), create, cycle],
      ...[fault('text in capitals', 'target', 'create', 11)],
    ],
  },
];
