import { SyncproofError } from '../../errors.ts';
import { opposite, type Side } from '../../settings.ts';
import type { Properties } from '../../value.ts';
import type { Stage } from '../stage/stage.ts';
import type { Pair } from '../watching/pairing.ts';
import type { Check } from './check.ts';
import { at, expectLinked, linkedPair } from './linked-pair.ts';
import { expectQuiet } from './quiet.ts';
import { someChange } from './some-change.ts';
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
    await expectQuiet(stage, async () => {
      await editUnmapped(stage, at(stage, pair, from));
      await stage.rest();
    });
  },
});

/** A user edits some properties that nobody maps, one after the other, with a pass after each. */
async function editUnmapped(stage: Stage, { actor, id }: ReturnType<typeof at>): Promise<void> {
  let edited = 0;
  for (const name of unmappedProperties(stage, actor.side)) {
    if (edited === enough) return;
    if (await actor.tryEdit(id, { [name]: await actor.newValue(id, name) })) edited += 1;
    await stage.cycle();
  }
  if (edited > 0) return;
  throw new SyncproofError(
    'check',
    `no unmapped property of ${stage.bench.section[actor.side]} can be edited`,
  );
}

const linkSurvives: Check = {
  id: 'link-survives',
  kind: 'both-ways',
  title: ({ bench }) =>
    `Two linked pairs of ${bench.section.source} and ${bench.section.target} stay paired, whatever becomes of the values that made them`,
  play: async (stage) => {
    const pairs = [await linkedPair(stage), await linkedPair(stage)] as const;
    for (const names of swappable(stage)) {
      await swapValues(stage, { pairs, names });
      await stage.rest();
    }
    await stage.restart();
    await stage.sweep();
    await stage.rest();
    const [row] = stage.bench.rows;
    for (const pair of pairs) await expectLinked(stage, { pair, row });
  },
};

/** The first property alone, as if it were the key, all others, and some that nobody maps. */
function swappable(stage: Stage): readonly (readonly string[])[] {
  const mapped = stage.bench.rows.map(({ source }) => source);
  const unmapped = unmappedProperties(stage, 'source').slice(0, 2);
  return [mapped.slice(0, 1), mapped.slice(1), unmapped].filter((names) => names.length > 0);
}

interface Swap {
  readonly pairs: readonly [Pair, Pair];
  readonly names: readonly string[];
}

/** Each source record takes over what the other one holds. */
async function swapValues(stage: Stage, { pairs: [a, b], names: swapped }: Swap): Promise<void> {
  const [first, second] = [
    await stage.source.read(a.sourceId),
    await stage.source.read(b.sourceId),
  ];
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
      const holds = await someChange(stage, { pair, side });
      await stage.rest();
      await holds();
    }
    await expectQuiet(stage, async () => {
      await stage.sweep();
      await stage.restart();
      await stage.sweep();
    });
  },
};

/** What a `both-ways` promise is held to, whatever properties the section carries. */
export const keepingChecks: readonly Check[] = [
  ...sides.map(nothingElse),
  linkSurvives,
  comesToRest,
];
