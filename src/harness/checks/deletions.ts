import type { PropertyRow } from '../../dataflow/dataflow.ts';
import { opposite, type Side } from '../../settings.ts';
import type { Stage } from '../stage/stage.ts';
import type { Pair } from '../watching/pairing.ts';
import type { Check } from './check.ts';
import { at, editAnew, firstRow, linkedPair, linkedPairs } from './linked-pair.ts';
import { expectQuiet } from './quiet.ts';
import { expectBrokenLink, isNamed } from './said.ts';
import { someChange } from './some-change.ts';

const sides = ['source', 'target'] as const;

const deletedWhileEdited = (gone: Side): Check => ({
  id: `deleted-${gone}-edited-${opposite(gone)}`,
  kind: 'both-ways',
  applies: ({ bench }) => bench.rows.length > 0,
  title: ({ bench }) =>
    `When one ${bench.section[gone]} record is deleted and its counterpart edited between two passes, the edit stands, nothing is made again, and it is reported`,
  play: async (stage) => {
    const row = firstRow(stage);
    for (const first of ['edit', 'deletion'] as const) {
      const edited = { pair: await linkedPair(stage), row, from: opposite(gone) };
      if (first === 'deletion') await remove(stage, edited.pair, gone);
      const value = await editAnew(stage, edited);
      if (first === 'edit') await remove(stage, edited.pair, gone);
      const reports = stage.reports.length;
      await stage.sweep();
      await expectKept(stage, { ...edited, value });
      expectBrokenLink(stage, reports);
    }
  },
});

const nothingLeftToWrite: Check = {
  id: 'deleted-and-done',
  kind: 'both-ways',
  title: ({ bench }) =>
    `When one ${bench.section.source} record is deleted nothing is written any more, whether its ${bench.section.target} is deleted too or cannot be, and it is reported`,
  play: async (stage) => {
    const [both, held] = await linkedPairs(stage, 2);
    const { target: entity } = stage.bench.entity;
    for (const side of sides) await remove(stage, both, side);
    stage.fault({ code: 'F4', side: 'target', entity, write: 'delete', times: 'always' });
    await remove(stage, held, 'source');
    const reports = stage.reports.length;
    await expectQuiet(stage, () => stage.sweep());
    expectBrokenLink(stage, reports);
  },
};

/** How a record is shown that was merged into another one; where it can only be listed it is just gone. */
const shown = { source: ['gone', 'redirect', 'alias'], target: ['gone'] } as const;

const mergedRecords: Check = {
  id: 'merged-records',
  kind: 'both-ways',
  title: ({ bench }) =>
    `When one ${bench.section.source} or ${bench.section.target} is merged into another, the other stays linked, the surplus counterpart stays as it is, none is made again, and it is reported`,
  play: async (stage) => {
    for (const side of sides) {
      const merges: Merge[] = [];
      for (const shows of shown[side]) {
        const [winner, loser] = await linkedPairs(stage, 2);
        merges.push({ side, shows, winner, loser });
      }
      const reports = stage.reports.length;
      for (const each of merges) merge(stage, each);
      await expectQuiet(stage, () => stage.sweep());
      await expectTold(stage, merges, reports);
      stage.mend();
      await expectStillLinked(stage, merges);
    }
  },
};

interface Merge {
  readonly side: Side;
  readonly shows: 'gone' | 'redirect' | 'alias';
  readonly winner: Pair;
  readonly loser: Pair;
}

function merge(stage: Stage, { side, shows, winner, loser }: Merge): void {
  const entity = stage.bench.entity[side];
  const [{ id }, { id: into }] = [at(stage, loser, side), at(stage, winner, side)];
  stage.fault({ code: 'F17', side, entity, merge: { entity, id, into, shows } });
}

/** What others lean on some systems do not let go: then nothing was merged, and there is nothing to tell. */
async function expectTold(stage: Stage, merges: readonly Merge[], since: number): Promise<void> {
  for (const { side, loser } of merges) {
    const { actor, id } = at(stage, loser, side);
    stage.expect({
      holds: (await actor.exists(id)) || isNamed(stage, loser, since),
      message: 'the engine does not report the counterpart that is left over',
    });
  }
}

async function expectStillLinked(stage: Stage, merges: readonly Merge[]): Promise<void> {
  for (const side of sides) {
    const expected: (() => Promise<unknown>)[] = [];
    for (const { winner: pair } of merges) expected.push(await someChange(stage, { pair, side }));
    await stage.rest();
    for (const holds of expected) await holds();
  }
}

async function remove(stage: Stage, pair: Pair, side: Side): Promise<void> {
  if (side === 'source') await stage.source.remove(pair.sourceId);
  else await stage.removeCounterpart(pair.sourceId);
}

interface Survivor {
  readonly pair: Pair;
  readonly row: PropertyRow;
  readonly from: Side;
  readonly value: unknown;
}

/** The record that was edited is there and holds what was typed. */
async function expectKept(stage: Stage, { pair, row, from, value }: Survivor): Promise<void> {
  const { actor, id } = at(stage, pair, from);
  const found = (await actor.exists(id)) ? await actor.value(id, row[from]) : undefined;
  stage.expect({
    holds: JSON.stringify(found) === JSON.stringify(value),
    message: `what was typed into ${row[from]} was thrown away`,
    expected: JSON.stringify(value),
    found: found === undefined ? 'the record was deleted too' : JSON.stringify(found),
  });
}

/** Records that end while something else happens to them. */
export const deletionChecks: readonly Check[] = [
  ...sides.map(deletedWhileEdited),
  nothingLeftToWrite,
  mergedRecords,
];
