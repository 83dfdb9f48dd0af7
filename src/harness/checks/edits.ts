import type { PropertyRow } from '../../dataflow/dataflow.ts';
import { SyncproofError } from '../../errors.ts';
import { opposite, type Side } from '../../settings.ts';
import type { Stage } from '../stage/stage.ts';
import type { Check, Subject } from './check.ts';
import { editAnew, expectArrived, linkedPair } from './linked-pair.ts';

/** The row that a property check is played on. */
export function rowOf({ row }: Subject): PropertyRow {
  if (row !== undefined) return row;
  throw new SyncproofError('check', 'a property check was played without its row');
}

/** The subject's properties by name, as documents write them: `Activities subject`. */
export function propertyName({ bench, row }: Subject, side: Side): string {
  return `${bench.section[side]} ${row?.[side] ?? ''}`;
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
    const value = await editAnew(stage, edited);
    await stage.rest();
    await expectArrived(stage, { ...edited, value });
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
    const value = await editAnew(stage, edited);
    await stage.rest();
    await expectArrived(stage, { ...edited, value });
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
    const value = await editAnew(stage, edited);
    await stage.rest();
    await expectArrived(stage, { ...edited, value });
  },
});

/** The entity whose records hold a row's value on one side. */
export function writtenEntity(stage: Stage, row: PropertyRow, side: Side): string {
  const { bench } = stage;
  const through = side === 'target' ? bench.settings.writeThrough?.[row.target] : undefined;
  const other = through && stage.benches.find(({ section }) => section.heading === through.section);
  return other === undefined ? bench.entity[side] : other.entity.target;
}

/** Edits of one mapped property, from either side. */
export const editChecks: readonly Check[] = [
  ...sides.map(editArrives),
  ...sides.map(editAfterEdit),
  editToAndFro,
  ...sides.map(editWithSameStamp),
];
