import type { MergeRow } from '../../dataflow/dataflow.ts';
import type { Side } from '../../settings.ts';
import type { Value } from '../../value.ts';
import type { Stage } from '../stage/stage.ts';
import { bothSides } from './both-sides.ts';
import type { Check, Subject } from './check.ts';
import { first } from './first.ts';
import { newMatch, tellingRows } from './linkable.ts';
import { expectArrived, expectLinked } from './linked-pair.ts';
import { expectReported } from './said.ts';

const sides = ['source', 'target'] as const;

function telling({ bench }: Pick<Subject, 'bench'>): readonly MergeRow[] {
  return tellingRows(bench);
}

/** Rows of text, in which people can write what they like. */
function texts({ bench }: Pick<Subject, 'bench'>): readonly MergeRow[] {
  return tellingRows(bench).filter((row) =>
    bothSides({ bench, row }, ({ type }) => type === 'string'),
  );
}

/** Properties that are carried and are no key: in them two people's records differ. */
function otherRows({ bench }: Pick<Subject, 'bench'>) {
  return bench.rows.filter(
    (row) => !bench.mergeOn.some((on) => on.source === row.source || on.target === row.target),
  );
}

const matchIsLinked: Check = {
  id: 'match-is-linked',
  kind: 'merge',
  applies: (s) => telling(s).length > 0,
  title: ({ bench }) =>
    `One ${bench.section.source} and one ${bench.section.target} record that match in any one row are linked, in the first pass as later, and stay so when the key changes`,
  play: async (stage) => {
    const [other] = otherRows(stage);
    for (const row of telling(stage)) {
      const pair = await newMatch(stage, row);
      await stage.rest();
      await expectLinked(stage, { pair, row: other });
      const key = await stage.source.newValue(pair.sourceId, row.source);
      await stage.source.edit(pair.sourceId, { [row.source]: key });
      await stage.rest();
      await expectLinked(stage, { pair, row: other });
    }
  },
};

const oddKeys: Check = {
  id: 'odd-keys-match',
  kind: 'merge',
  applies: (s) => texts(s).length > 0,
  title: () =>
    'Quotes, plus signs, percent signs, ampersands, letters beyond ASCII and a trailing backslash in a key keep no match from being found',
  play: async (stage) => {
    const row = first(texts(stage));
    const [other] = otherRows(stage);
    for (const odd of [
      `O'Brien`,
      `"A" & B`,
      '50 % + 1',
      'a+b@x.no',
      'Ærlig Øl på Å',
      '’s',
      'C:\\',
    ]) {
      const sourceId = await stage.source.create({ [row.source]: odd });
      const targetId = await stage.target.create({ [row.target]: odd });
      await stage.rest();
      await expectLinked(stage, { pair: { sourceId, targetId }, row: other });
    }
  },
};

const casing: Check = {
  id: 'keys-differ-in-case',
  kind: 'merge',
  applies: (s) => texts(s).length > 0,
  title: () => 'Keys that differ in nothing but their letters’ case are different keys',
  play: async (stage) => {
    const row = first(texts(stage));
    const [other] = otherRows(stage);
    await expectLeftAlone(stage, {
      source: [await stage.source.create({ [row.source]: 'LONE-x' })],
      target: [await stage.target.create({ [row.target]: 'LONE-X' })],
    });
    const near = await stage.target.create({ [row.target]: 'KEY-aBc' });
    const far = await stage.target.create({ [row.target]: 'KEY-AbC' });
    const sourceId = await stage.source.create({ [row.source]: 'KEY-aBc' });
    const before = await stage.target.read(far);
    await stage.rest();
    await expectLinked(stage, { pair: { sourceId, targetId: near }, row: other });
    expectUntouched(stage, { side: 'target', before, after: await stage.target.read(far) });
  },
};

const emptyKeys: Check = {
  id: 'empty-keys-match-nothing',
  kind: 'merge',
  title: () => 'Records that are empty in a key match nothing by it, and are left as they are',
  play: async (stage) => {
    const blank = (side: Side) =>
      Object.fromEntries(stage.bench.mergeOn.map((row) => [row[side], null]));
    const ids = {
      source: [await stage.source.create(blank('source'))],
      target: [await stage.target.create(blank('target'))],
    };
    await expectLeftAlone(stage, ids);
  },
};

const ambiguous = (many: Side): Check => ({
  id: `ambiguous-${many}-is-reported`,
  kind: 'merge',
  applies: (s) => telling(s).length > 0,
  title: ({ bench }) =>
    `Where several ${bench.section[many]} match, none is linked and none is touched: it is reported instead`,
  play: async (stage) => {
    const row = first(telling(stage));
    const { sourceId, targetId } = await newMatch(stage, row);
    const key = await stage.source.value(sourceId, row.source);
    const second = await stage[many].create({ [row[many]]: key });
    const ids = { source: [sourceId], target: [targetId] };
    ids[many].push(second);
    await expectLeftAlone(stage, ids);
    for (const id of ids.source) expectReported(stage, id);
  },
});

async function expectLeftAlone(
  stage: Stage,
  ids: Readonly<Record<Side, readonly string[]>>,
): Promise<void> {
  const all = sides.flatMap((side) => ids[side].map((id) => ({ side, id })));
  const before = await Promise.all(all.map(({ side, id }) => stage[side].read(id)));
  await stage.rest();
  for (const [i, { side, id }] of all.entries()) {
    const after = await stage[side].read(id);
    expectUntouched(stage, { side, before: before[i] ?? {}, after });
  }
}

interface Comparison {
  readonly side: Side;
  readonly before: object;
  readonly after: object;
}

function expectUntouched(stage: Stage, { side, before, after }: Comparison): void {
  stage.expect({
    holds: JSON.stringify(before) === JSON.stringify(after),
    message: `a record of ${stage.bench.section[side]} was touched that nothing matches for certain`,
    expected: JSON.stringify(before),
    found: JSON.stringify(after),
  });
}

const emptyNeverBeats = (empty: Side): Check => ({
  id: `empty-${empty}-value-never-wins`,
  kind: 'merge',
  applies: (s) => telling(s).length > 0 && otherRows(s).length > 0,
  title: ({ bench }) =>
    `When two records are merged, what is empty in ${bench.section[empty]} never beats a value, although it is newer`,
  play: async (stage) => {
    const on = first(telling(stage));
    const row = first(otherRows(stage));
    const full = empty === 'source' ? stage.target : stage.source;
    // Gone before anybody looks, so that ids of the two sides are not by chance the same.
    await full.remove(await full.create());
    const id = await full.create();
    const value: Value = await full.value(id, row[full.side]);
    const key = await full.value(id, on[full.side]);
    const blank = await stage[empty].create({ [on[empty]]: key, [row[empty]]: null });
    await stage.rest();
    const pair =
      empty === 'source' ? { sourceId: blank, targetId: id } : { sourceId: id, targetId: blank };
    await expectArrived(stage, { pair, row, from: full.side, value });
  },
});

/** What a `merge` promise is held to. */
export const mergingChecks: readonly Check[] = [
  matchIsLinked,
  oddKeys,
  casing,
  emptyKeys,
  ...sides.map(ambiguous),
  ...sides.map(emptyNeverBeats),
];
