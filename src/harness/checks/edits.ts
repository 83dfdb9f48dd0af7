import type { PropertyRow } from '../../dataflow/dataflow.ts';
import { SyncproofError } from '../../errors.ts';
import { opposite, type Side } from '../../settings.ts';
import { writtenTo } from '../basis/written-to.ts';
import type { Stage } from '../stage/stage.ts';
import type { Check, Subject } from './check.ts';
import { editAnew, expectArrived, expectCarried, linkedPair } from './linked-pair.ts';

/** The row that a property check is played on. */
export function rowOf({ row }: Subject): PropertyRow {
  if (row !== undefined) return row;
  throw new SyncproofError('check', 'a property check was played without its row');
}

/** The subject's properties by name, as documents write them: `Activities subject`. */
export function propertyName(subject: Subject, side: Side): string {
  return `${subject.bench.section[side]} ${rowOf(subject)[side]}`;
}

const sides = ['source', 'target'] as const;

const editArrives = (from: Side): Check => ({
  id: `edit-of-${from}-arrives`,
  kind: 'property',
  title: (s) =>
    `An edit of ${propertyName(s, from)} reaches ${propertyName(s, opposite(from))}, once, and comes to rest`,
  play: async (stage, subject) => {
    const edited = { pair: await linkedPair(stage), row: rowOf(subject), from };
    const written = stage.writesTo(opposite(from)).length;
    await expectCarried(stage, edited);
    expectOneWrite(stage, { to: opposite(from), since: written });
  },
});

/** One edit causes one write to the other system, and none back. */
export function expectOneWrite(
  stage: Stage,
  { to, since }: { readonly to: Side; readonly since: number },
): void {
  const writes = stage.writesTo(to).slice(since);
  stage.expect({
    holds: writes.length === 1,
    message: `one edit caused ${writes.length} writes to ${stage.bench.system[to]}`,
    expected: '1',
    found: writes.map(({ method, url }) => `${method} ${url}`).join(', '),
  });
}

const editAfterEdit = (from: Side): Check => ({
  id: `edits-of-${from}-in-a-row`,
  kind: 'property',
  title: (s) => `Of several edits of ${propertyName(s, from)} the last one stands on both sides`,
  play: async (stage, subject) => {
    const edited = { pair: await linkedPair(stage), row: rowOf(subject), from };
    for (let i = 0; i < 3; i += 1) {
      await editAnew(stage, edited);
      await stage.cycle();
    }
    await editAnew(stage, edited);
    await expectCarried(stage, edited);
  },
});

const editToAndFro: Check = {
  id: 'edits-to-and-fro',
  kind: 'property',
  title: (s) =>
    `Edits of ${propertyName(s, 'source')} and ${propertyName(s, 'target')} in turn each arrive, also after a restart`,
  play: async (stage, subject) => {
    const pair = await linkedPair(stage);
    for (const from of [...sides, ...sides]) {
      const edited = { pair, row: rowOf(subject), from };
      const value = await editAnew(stage, edited);
      await stage.restart();
      await stage.rest();
      await expectArrived(stage, { ...edited, value });
    }
  },
};

const editWithSameStamp = (from: Side): Check => ({
  id: `same-stamp-edit-of-${from}`,
  kind: 'property',
  title: (s) =>
    `An edit of ${propertyName(s, from)} that does not move the modification time is still seen`,
  play: async (stage, subject) => {
    stage.fault({ code: 'F11', side: from, resolution: 600_000 });
    const edited = { pair: await linkedPair(stage), row: rowOf(subject), from };
    await editAnew(stage, edited);
    await stage.cycle();
    await expectCarried(stage, edited);
  },
});

/** The entity whose records hold a row's value on one side, and the property in which they do. */
export function holderOf(
  { bench, benches }: Pick<Stage, 'bench' | 'benches'>,
  { row, side }: { readonly row: PropertyRow; readonly side: Side },
): { readonly entity: string; readonly property: string } {
  const home = writtenTo({ bench, benches, side, property: row[side] });
  return { entity: home.bench.entity[side], property: home.property };
}

/** Edits of one mapped property, from either side. */
export const editChecks: readonly Check[] = [
  ...sides.map(editArrives),
  ...sides.map(editAfterEdit),
  editToAndFro,
  ...sides.map(editWithSameStamp),
];
