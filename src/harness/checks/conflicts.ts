import type { PropertyRow } from '../../dataflow/dataflow.ts';
import { opposite, type Side } from '../../settings.ts';
import type { Value } from '../../value.ts';
import { saysTheSame } from '../basis/oracle.ts';
import type { KillPoint } from '../kill-point.ts';
import type { Stage } from '../stage/stage.ts';
import type { Pair } from '../watching/pairing.ts';
import { bothSides } from './both-sides.ts';
import type { Check, Subject } from './check.ts';
import { propertyName, rowOf } from './edits.ts';
import { at, linkedPair, rowValues } from './linked-pair.ts';

/** How long one side's edit comes after the other's: longer than any system's stamps are coarse. */
const laterMs = 5_000;

const simultaneousEdits = (last: Side): Check => ({
  id: `both-edited-${last}-last`,
  kind: 'property',
  applies: contestable,
  title: (s) =>
    `When both sides edit ${propertyName(s, 'source')}, ${winnerInWords(s, last)} wins on both, and the losing value is reported`,
  play: async (stage, subject) => {
    const row = rowOf(subject);
    const pair = await linkedPair(stage);
    const first = opposite(last);
    const values = await newValues(stage, pair, row);
    await edit(stage, { pair, subject, side: first, value: values[first] });
    stage.world.clock.advance(laterMs);
    await edit(stage, { pair, subject, side: last, value: values[last] });
    await stage.rest();
    const winner = expectedWinner(stage, last);
    await expectWinner(stage, { pair, subject, winner, values });
    await expectToldOnce(stage, { pair, subject, winner, values });
  },
});

const tiedEdits: Check = {
  id: 'both-edited-in-one-moment',
  kind: 'property',
  applies: (s) => contestable(s) && stamped(s),
  title: (s) =>
    `When both sides edit ${propertyName(s, 'source')} in the same moment, the side with priority wins on both`,
  play: async (stage, subject) => {
    const row = rowOf(subject);
    const pair = await linkedPair(stage);
    const values = await newValues(stage, pair, row);
    await stage.atOnce(async () => {
      await edit(stage, { pair, subject, side: 'target', value: values.target });
      await edit(stage, { pair, subject, side: 'source', value: values.source });
    });
    await stage.rest();
    const winner = stage.bench.settings.priority ?? 'source';
    await expectWinner(stage, { pair, subject, winner, values });
  },
};

/** Where a pass that settles one conflict can die, from its first request to its last word. */
const points: readonly KillPoint[] = [1, 2, 3, 4, 5].flatMap((nth): readonly KillPoint[] => [
  { on: 'request', nth, phase: 'after' },
  { on: 'commit', nth, phase: 'before' },
]);

const lossOutlivesDeath: Check = {
  id: 'loss-outlives-death',
  kind: 'property',
  applies: contestable,
  title: (s) =>
    `When both sides edit ${propertyName(s, 'source')}, the losing value is reported although the engine is killed at any request or write to its memory`,
  play: async (stage, subject) => {
    const row = rowOf(subject);
    const pair = await linkedPair(stage);
    for (const point of points) {
      const values = await newValues(stage, pair, row);
      await edit(stage, { pair, subject, side: 'source', value: values.source });
      stage.world.clock.advance(laterMs);
      await edit(stage, { pair, subject, side: 'target', value: values.target });
      stage.kill(point);
      await stage.cycle();
      stage.spare();
      await stage.rest();
      await expectWinner(stage, { pair, subject, winner: expectedWinner(stage, 'target'), values });
    }
  },
};

async function newValues(
  stage: Stage,
  pair: Pair,
  row: PropertyRow,
): Promise<Readonly<Record<Side, Value>>> {
  return {
    source: await stage.source.newValue(pair.sourceId, row.source),
    target: await stage.target.newValue(pair.targetId, row.target),
  };
}

interface Edit {
  readonly pair: Pair;
  readonly subject: Subject;
  readonly side: Side;
  readonly value: Value;
}

async function edit(stage: Stage, { pair, subject, side, value }: Edit): Promise<void> {
  const { actor, id } = at(stage, pair, side);
  await actor.edit(id, { [rowOf(subject)[side]]: value });
}

interface Contest {
  readonly pair: Edit['pair'];
  readonly subject: Subject;
  readonly winner: Side;
  readonly values: Readonly<Record<Side, Edit['value']>>;
}

async function expectWinner(stage: Stage, contest: Contest): Promise<void> {
  const { pair, subject, winner, values } = contest;
  const row = rowOf(subject);
  const found = await rowValues(stage, pair, row);
  const loser = opposite(winner);
  for (const side of ['source', 'target'] as const) {
    const same =
      winner === 'source'
        ? saysTheSame({ type: row.type, source: values.source, target: found[side] })
        : saysTheSame({ type: row.type, source: found[side], target: values.target });
    stage.expect({
      holds: same === true,
      message: `${row[side]} does not hold the value of the ${winner} side, which won`,
      expected: JSON.stringify(values[winner]),
      found: JSON.stringify(found[side]),
    });
  }
  stage.expect({
    holds: stage.reports.some(({ conflicts }) =>
      conflicts.some(({ lost }) => JSON.stringify(lost) === JSON.stringify(values[loser])),
    ),
    message: `the value that lost on the ${loser} side is reported nowhere`,
    expected: JSON.stringify(values[loser]),
  });
}

/** One conflict is told once, of the side that lost, and with what stands there now. */
async function expectToldOnce(stage: Stage, contest: Contest): Promise<void> {
  const { pair, subject, winner, values } = contest;
  const loser = opposite(winner);
  const edits = [values.source, values.target].map(inWords);
  const told = stage.reports
    .flatMap(({ conflicts }) => conflicts)
    .filter(({ lost }) => edits.includes(inWords(lost)));
  stage.expect({
    holds: told.length === 1,
    message: 'one edit lost, once, and that is not what is told',
    expected: inWords(values[loser]),
    found: told.map(({ lost }) => inWords(lost)).join(', '),
  });
  const now = (await rowValues(stage, pair, rowOf(subject)))[loser];
  const kept = told.map((conflict) => conflict.kept).find((each) => each !== undefined);
  stage.expect({
    holds: kept === undefined || [values[winner], now].map(inWords).includes(inWords(kept)),
    message: 'another value than the one that won is told to have been kept',
    expected: inWords(values[winner]),
    found: inWords(kept ?? null),
  });
}

/** A value as a report may tell it: a number may be a text there. */
function inWords(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** A side without modification times counts as edited when the engine first sees it: after the other. */
function expectedWinner(stage: Stage, last: Side): Side {
  const unstamped = (['source', 'target'] as const).filter((side) => !stage.bench.stamped[side]);
  return unstamped.length === 1 ? (unstamped[0] ?? last) : last;
}

/** Two people can only disagree about a property that has more values than the one it holds and one other. */
function contestable(subject: Subject): boolean {
  // Of lines both sides know the other's under other ids.
  return bothSides(
    subject,
    ({ type, lines }) => type !== 'boolean' && type !== 'enum' && lines !== true,
  );
}

function stamped({ bench }: Subject): boolean {
  return bench.stamped.source && bench.stamped.target;
}

function winnerInWords(subject: Subject, last: Side): string {
  return stamped(subject)
    ? `the later edit, in ${subject.bench.section[last]},`
    : `the side whose records carry no modification time (${last} edited last)`;
}

/** Edits of one mapped property on both sides between two passes. */
export const conflictChecks: readonly Check[] = [
  simultaneousEdits('source'),
  simultaneousEdits('target'),
  tiedEdits,
  lossOutlivesDeath,
];
