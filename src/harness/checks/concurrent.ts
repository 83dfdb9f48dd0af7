import type { PropertyRow } from '../../dataflow/dataflow.ts';
import { SyncproofError } from '../../errors.ts';
import { opposite, type Side } from '../../settings.ts';
import type { Value } from '../../value.ts';
import { withoutIds } from '../basis/lines.ts';
import type { Stage } from '../stage/stage.ts';
import { canary } from '../watching/canary.ts';
import type { Pair } from '../watching/pairing.ts';
import type { Check, Subject } from './check.ts';
import { expectOneWrite } from './edits.ts';
import { first } from './first.ts';
import {
  at,
  editAnew,
  expectArrived,
  firstRow,
  linkedPair,
  linkedPairs,
  secondRow,
} from './linked-pair.ts';
import { unmappedProperties } from './unmapped.ts';

const sides = ['source', 'target'] as const;

/** How long one side's edit comes after the other's. */
const laterMs = 5_000;

const differentProperties: Check = {
  id: 'different-properties',
  kind: 'both-ways',
  applies: ({ bench }) => bench.rows.length > 0,
  title: () =>
    'Edits of different properties on the two sides between two passes both survive, on both sides',
  play: async (stage) => {
    for (const from of sides) {
      const pair = await linkedPair(stage);
      const edited = { pair, row: firstRow(stage), from };
      const value = await editAnew(stage, edited);
      stage.world.clock.advance(laterMs);
      const expectOther = await editOther(stage, pair, opposite(from));
      await stage.rest();
      await expectArrived(stage, { ...edited, value });
      await expectOther();
    }
  },
};

/** A user edits another property: a mapped one where there are two. Returns what to expect of it. */
async function editOther(stage: Stage, pair: Pair, side: Side): Promise<() => Promise<void>> {
  const [, second] = stage.bench.rows;
  if (second !== undefined) {
    const edited = { pair, row: second, from: side };
    const value = await editAnew(stage, edited);
    return () => expectArrived(stage, { ...edited, value });
  }
  const { actor, id } = at(stage, pair, side);
  for (const name of unmappedProperties(stage, side)) {
    const value = await actor.newValue(id, name);
    if (await actor.tryEdit(id, { [name]: value })) {
      return () => expectKept(stage, { pair, side, name, value });
    }
  }
  const entity = stage.bench.section[side];
  throw new SyncproofError('check', `no second property of ${entity} can be edited`);
}

const manyAtOnce = (from: Side): Check => ({
  id: `one-write-from-${from}`,
  kind: 'both-ways',
  applies: ({ bench }) => bench.rows.length > 1,
  title: ({ bench }) =>
    `One edit of several properties of ${bench.section[from]} is one write to its counterpart`,
  play: async (stage) => {
    const pair = await linkedPair(stage);
    const { actor, id } = at(stage, pair, from);
    const since = stage.writesTo(opposite(from)).length;
    const values = new Map<PropertyRow, Value>();
    for (const row of stage.bench.rows) values.set(row, await actor.newValue(id, row[from]));
    await actor.edit(id, Object.fromEntries([...values].map(([row, value]) => [row[from], value])));
    await stage.rest();
    for (const [row, value] of values) await expectArrived(stage, { pair, row, from, value });
    expectOneWrite(stage, { to: opposite(from), since });
  },
});

const unmappedDuringWrite = (to: Side): Check => ({
  id: `unmapped-edit-during-write-to-${to}`,
  kind: 'both-ways',
  applies: (subject) => subject.bench.rows.length > 0 && isWritten(subject, to),
  title: ({ bench }) =>
    `What a user types into a property of ${bench.section[to]} that nobody maps, while the engine writes there, is not lost`,
  play: async (stage) => {
    const pairs = await linkedPairs(stage, 2);
    const name = first(
      unmappedProperties(stage, to).filter(
        (each) => stage.bench.property(to, each)?.type === 'string',
      ),
    );
    // What is empty is not in an answer, and so cannot be written back by mistake.
    for (const pair of pairs) {
      const { actor, id } = at(stage, pair, to);
      await actor.edit(id, { [name]: canary(stage.world.dice, 5) });
    }
    await stage.cycle();
    const value = canary(stage.world.dice, 5);
    await writeMeanwhile(stage, { pairs, to, name, value });
  },
});

const mappedDuringWrite = (to: Side): Check => ({
  id: `mapped-edit-during-write-to-${to}`,
  kind: 'both-ways',
  applies: (subject) => subject.bench.rows.length > 1 && isWritten(subject, to),
  title: ({ bench }) =>
    `What a user types into another mapped property of ${bench.section[to]}, while the engine writes there, arrives on the other side`,
  play: async (stage) => {
    const pairs = await linkedPairs(stage, 2);
    const row = secondRow(stage);
    const { actor, id } = at(stage, pairs[0], to);
    const value = await actor.newValue(id, row[to]);
    const pair = await writeMeanwhile(stage, { pairs, to, name: row[to], value });
    if (pair !== undefined) await expectArrived(stage, { pair, row, from: to, value });
  },
});

interface Meanwhile {
  readonly pairs: readonly Pair[];
  readonly to: Side;
  /** What a user types just before the first of the engine's writes lands, into the record that it is for. */
  readonly name: string;
  readonly value: Value;
}

/**
 * Edits of the first row make the engine write to several records, so that its pass ends later
 * than the user's edit. Returns the pair in which the user has typed.
 */
async function writeMeanwhile(stage: Stage, meanwhile: Meanwhile): Promise<Pair | undefined> {
  const { pairs, to, name, value } = meanwhile;
  const row = firstRow(stage);
  const edits = new Map<Pair, Value>();
  for (const pair of pairs) {
    edits.set(pair, await editAnew(stage, { pair, row, from: opposite(to) }));
  }
  const entity = stage.bench.entity[to];
  stage.fault({
    code: 'F14',
    side: to,
    entity,
    write: 'update',
    edit: { entity, fields: { [name]: value } },
  });
  await stage.cycle();
  await stage.rest();
  for (const [pair, typed] of edits) {
    await expectArrived(stage, { pair, row, from: opposite(to), value: typed });
  }
  const hit = await holder(stage, meanwhile);
  stage.expect({
    holds: hit !== undefined,
    message: `what the user typed into ${name} while the engine wrote was lost`,
    expected: JSON.stringify(value),
  });
  return hit;
}

async function holder(
  stage: Stage,
  { pairs, to, name, value }: Meanwhile,
): Promise<Pair | undefined> {
  for (const pair of pairs) {
    const { actor, id } = at(stage, pair, to);
    const found = withoutIds(await actor.value(id, name));
    if (JSON.stringify(found) === JSON.stringify(withoutIds(value))) return pair;
  }
  return undefined;
}

interface Kept {
  readonly pair: Pair;
  readonly side: Side;
  readonly name: string;
  readonly value: Value;
}

async function expectKept(stage: Stage, { pair, side, name, value }: Kept): Promise<void> {
  const { actor, id } = at(stage, pair, side);
  const found = await actor.value(id, name);
  stage.expect({
    holds: JSON.stringify(found) === JSON.stringify(value),
    message: `what the user typed into ${name} was lost to another edit`,
    expected: JSON.stringify(value),
    found: JSON.stringify(found),
  });
}

/** Whether the record itself gets the engine's writes, not another section's through settings. */
function isWritten({ bench }: Subject, side: Side): boolean {
  return side === 'source' || Object.keys(bench.settings.writeThrough ?? {}).length === 0;
}

/** Several things at once on one pair of records, which must not harm each other. */
export const concurrentChecks: readonly Check[] = [
  differentProperties,
  ...sides.map(manyAtOnce),
  ...sides.map(unmappedDuringWrite),
  ...sides.map(mappedDuringWrite),
];
