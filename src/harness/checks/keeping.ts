import { SyncproofError } from '../../errors.ts';
import type { Side } from '../../settings.ts';
import type { Properties, Value } from '../../value.ts';
import { canary } from '../canary.ts';
import type { Pair } from '../pairing.ts';
import type { Stage } from '../stage.ts';
import type { Check, Subject } from './check.ts';
import { expectOneWrite } from './edits.ts';
import { at, expectArrived, linkedPair, opposite } from './linked-pair.ts';
import { unmappedProperties } from './unmapped.ts';

const sides = ['source', 'target'] as const;

/** How many properties a user edits one after the other before it is enough. */
const enough = 4;

const nothingElse = (from: Side): Check => ({
  id: `nothing-else-from-${from}`,
  kind: 'both-ways',
  title: ({ bench }) =>
    `Edits of properties of ${bench.section[from]} that the document does not name touch nothing in ${bench.section[opposite(from)]}`,
  play: async (stage) => {
    const pair = await linkedPair(stage);
    const [here, there] = [at(stage, pair, from), at(stage, pair, opposite(from))];
    const before = await there.actor.read(there.id);
    const written = writes(stage);
    const edited = await editUnmapped(stage, here);
    await stage.rest();
    expectSame(stage, {
      what: 'the other record',
      before,
      after: await there.actor.read(there.id),
    });
    const after = await here.actor.read(here.id);
    for (const [name, value] of Object.entries(edited)) {
      stage.expect({
        holds: JSON.stringify(after[name]) === JSON.stringify(value),
        message: `the user's own edit of ${name} did not survive`,
        expected: JSON.stringify(value),
        found: JSON.stringify(after[name] ?? null),
      });
    }
    stage.expect({
      holds: writes(stage) === written,
      message: 'the engine wrote although nothing was to be carried',
      expected: '0 writes',
      found: `${writes(stage) - written} writes`,
    });
  },
});

/** A user edits some properties that nobody maps, one after the other, with a pass after each. */
async function editUnmapped(
  stage: Stage,
  { actor, id }: ReturnType<typeof at>,
): Promise<Properties> {
  const edited: Record<string, Value> = {};
  for (const name of unmappedProperties(stage, actor.side)) {
    if (Object.keys(edited).length === enough) break;
    const value = stage.newValue(actor.side, name);
    if (await actor.tryEdit(id, { [name]: value })) edited[name] = value;
    await stage.cycle();
  }
  if (Object.keys(edited).length > 0) return edited;
  throw new SyncproofError(
    'check',
    `no unmapped property of ${stage.bench.section[actor.side]} can be edited`,
  );
}

/** How many mutating requests both systems have seen. */
function writes(stage: Stage): number {
  return sides.reduce((sum, side) => sum + stage.writesTo(side).length, 0);
}

interface Comparison {
  readonly what: string;
  readonly before: Properties;
  readonly after: Properties;
}

function expectSame(stage: Stage, { what, before, after }: Comparison): void {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  const differing = names.filter(
    (name) => JSON.stringify(before[name] ?? null) !== JSON.stringify(after[name] ?? null),
  );
  stage.expect({
    holds: differing.length === 0,
    message: `${what} changed: ${differing.join(', ')}`,
    expected: JSON.stringify(differing.map((name) => before[name] ?? null)),
    found: JSON.stringify(differing.map((name) => after[name] ?? null)),
  });
}

const linkSurvives: Check = {
  id: 'link-survives',
  kind: 'both-ways',
  title: ({ bench }) =>
    `Two linked pairs of ${bench.section.source} and ${bench.section.target} stay paired, whatever becomes of the values that made them`,
  play: async (stage) => {
    const pairs = [await linkedPair(stage), await linkedPair(stage)] as const;
    await swapValues(stage, pairs);
    await stage.rest();
    await stage.restart();
    await stage.sweep();
    await stage.rest();
    for (const pair of pairs) {
      stage.expect({
        holds: (await stage.counterpart(pair.sourceId)) === pair.targetId,
        message: 'a pair was linked anew after its values had changed',
      });
    }
  },
};

/** Each source record takes over the values that the other one was created with. */
async function swapValues(stage: Stage, [a, b]: readonly [Pair, Pair]): Promise<void> {
  const [first, second] = [
    await stage.source.read(a.sourceId),
    await stage.source.read(b.sourceId),
  ];
  const names = stage.bench.rows.map(({ source }) => source);
  const swapped = names.length > 0 ? names : unmappedProperties(stage, 'source').slice(0, 2);
  const pick = (from: Properties): Properties =>
    Object.fromEntries(swapped.map((name) => [name, from[name] ?? null]));
  await stage.source.edit(a.sourceId, pick(second));
  await stage.source.edit(b.sourceId, pick(first));
}

const comesToRest: Check = {
  id: 'comes-to-rest',
  kind: 'both-ways',
  title: () =>
    'After the last edit the engine writes nothing more, neither when it lists everything again nor after a restart',
  play: async (stage) => {
    const pair = await linkedPair(stage);
    await linkedPair(stage);
    for (const side of sides) {
      const { actor, id } = at(stage, pair, side);
      const name = stage.bench.rows[0]?.[side] ?? unmappedProperties(stage, side)[0];
      if (name !== undefined) await actor.tryEdit(id, { [name]: stage.newValue(side, name) });
      await stage.rest();
    }
    const written = writes(stage);
    await stage.sweep();
    await stage.restart();
    await stage.sweep();
    stage.expect({
      holds: writes(stage) === written,
      message: 'the engine went on writing',
      expected: '0 writes',
      found: `${writes(stage) - written} writes`,
    });
  },
};

const differentProperties: Check = {
  id: 'different-properties',
  kind: 'both-ways',
  applies: ({ bench }) => bench.rows.length > 0,
  title: () =>
    'Edits of different properties on the two sides between two passes both survive, on both sides',
  play: async (stage, subject) => {
    const [first, second = first] = stage.bench.rows;
    if (first === undefined) return;
    for (const from of sides) {
      const pair = await linkedPair(stage);
      const [here, there] = [at(stage, pair, from), at(stage, pair, opposite(from))];
      const value = stage.newValue(from, first[from]);
      await here.actor.edit(here.id, { [first[from]]: value });
      stage.world.clock.advance(5_000);
      const other = await editOther(stage, { subject, pair, from, taken: second === first });
      await stage.rest();
      await expectArrived(stage, { pair, row: first, from, value });
      stage.expect({
        holds: JSON.stringify(await there.actor.value(there.id, other.name)) === other.value,
        message: `the edit of ${other.name} was lost to an edit of another property`,
        expected: other.value,
        found: JSON.stringify(await there.actor.value(there.id, other.name)),
      });
    }
  },
};

interface OtherEdit {
  readonly subject: Subject;
  readonly pair: Pair;
  readonly from: Side;
  /** Whether the one mapped property is already edited, so that an unmapped one must do. */
  readonly taken: boolean;
}

/** A user on the other side edits another property: a mapped one where there are two. */
async function editOther(
  stage: Stage,
  { pair, from, taken }: OtherEdit,
): Promise<{ readonly name: string; readonly value: string }> {
  const to = opposite(from);
  const { actor, id } = at(stage, pair, to);
  const second = stage.bench.rows[1]?.[to];
  for (const name of taken || second === undefined ? unmappedProperties(stage, to) : [second]) {
    const value = stage.newValue(to, name);
    if (await actor.tryEdit(id, { [name]: value })) return { name, value: JSON.stringify(value) };
  }
  throw new SyncproofError(
    'check',
    `no second property of ${stage.bench.section[to]} can be edited`,
  );
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
    const values = stage.bench.rows.map((row) => ({ row, value: stage.newValue(from, row[from]) }));
    await actor.edit(id, Object.fromEntries(values.map(({ row, value }) => [row[from], value])));
    await stage.rest();
    for (const { row, value } of values) await expectArrived(stage, { pair, row, from, value });
    expectOneWrite(stage, { to: opposite(from), since });
  },
});

const editDuringWrite: Check = {
  id: 'edit-during-write',
  kind: 'both-ways',
  applies: ({ bench }) =>
    bench.rows.length > 0 && Object.keys(bench.settings.writeThrough ?? {}).length === 0,
  title: ({ bench }) =>
    `What a user types into another property of ${bench.section.target} while the engine writes there is not lost`,
  play: async (stage) => {
    const [row] = stage.bench.rows;
    const pair = await linkedPair(stage);
    const [name] = unmappedProperties(stage, 'target').filter(
      (each) => stage.property('target', each)?.type === 'string',
    );
    if (row === undefined || name === undefined) {
      throw new SyncproofError(
        'check',
        `${stage.bench.section.target} has no unmapped text to type into`,
      );
    }
    const typed = canary(stage.world.dice, 5);
    const { target: entity } = stage.bench.entity;
    stage.fault({
      code: 'F14',
      side: 'target',
      entity,
      fields: { [name]: typed },
    });
    const value = stage.newValue('source', row.source);
    await stage.source.edit(pair.sourceId, { [row.source]: value });
    await stage.cycle();
    await stage.rest();
    await expectArrived(stage, { pair, row, from: 'source', value });
    const found = await stage.target.value(pair.targetId, name);
    stage.expect({
      holds: found === typed,
      message: `the user's ${name} was overwritten by the engine's write`,
      expected: JSON.stringify(typed),
      found: JSON.stringify(found),
    });
  },
};

/** What a `both-ways` promise is held to, whatever properties the section carries. */
export const keepingChecks: readonly Check[] = [
  ...sides.map(nothingElse),
  linkSurvives,
  comesToRest,
  differentProperties,
  ...sides.map(manyAtOnce),
  editDuringWrite,
];
