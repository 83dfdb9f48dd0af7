import type { PropertyRow } from '../../dataflow/dataflow.ts';
import { SyncproofError } from '../../errors.ts';
import type { Side } from '../../settings.ts';
import type { Stage } from '../stage.ts';
import type { Check, Subject } from './check.ts';
import { at, expectArrived, linkedPair, opposite } from './linked-pair.ts';

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
    const row = rowOf(subject);
    const pair = await linkedPair(stage);
    const { actor, id } = at(stage, pair, from);
    const written = stage.writesTo(opposite(from)).length;
    const value = stage.newValue(from, row[from]);
    await actor.edit(id, { [row[from]]: value });
    await stage.rest();
    await expectArrived(stage, { pair, row, from, value });
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
    const row = rowOf(subject);
    const pair = await linkedPair(stage);
    const { actor, id } = at(stage, pair, from);
    for (let i = 0; i < 3; i += 1) {
      await actor.edit(id, { [row[from]]: stage.newValue(from, row[from]) });
      await stage.cycle();
    }
    const value = stage.newValue(from, row[from]);
    await actor.edit(id, { [row[from]]: stage.newValue(from, row[from]) });
    await actor.edit(id, { [row[from]]: value });
    await stage.rest();
    await expectArrived(stage, { pair, row, from, value });
  },
});

const editToAndFro: Check = {
  id: 'edits-to-and-fro',
  kind: 'property',
  title: (s) =>
    `Edits of ${propertyName(s, 'source')} and ${propertyName(s, 'target')} in turn each arrive, also after a restart`,
  play: async (stage, subject) => {
    const row = rowOf(subject);
    const pair = await linkedPair(stage);
    for (const from of [...sides, ...sides]) {
      const { actor, id } = at(stage, pair, from);
      const value = stage.newValue(from, row[from]);
      await actor.edit(id, { [row[from]]: value });
      await stage.restart();
      await stage.rest();
      await expectArrived(stage, { pair, row, from, value });
    }
  },
};

const editWithSameStamp = (from: Side): Check => ({
  id: `same-stamp-edit-of-${from}`,
  kind: 'property',
  title: (s) =>
    `An edit of ${propertyName(s, from)} that does not move the modification time is still seen`,
  play: async (stage, subject) => {
    const row = rowOf(subject);
    stage.fault({ code: 'F11', side: from, resolutionMs: 600_000 });
    const pair = await linkedPair(stage);
    const { actor, id } = at(stage, pair, from);
    await actor.edit(id, { [row[from]]: stage.newValue(from, row[from]) });
    await stage.cycle();
    const value = stage.newValue(from, row[from]);
    await actor.edit(id, { [row[from]]: value });
    await stage.rest();
    await expectArrived(stage, { pair, row, from, value });
  },
});

/** A user edits, and the next write to the other side goes wrong in one of three ways. */
const editThroughFault = (from: Side, code: 'F2' | 'F3' | 'F4'): Check => ({
  id: `edit-of-${from}-${faultWords[code].id}`,
  kind: 'property',
  title: (s) => `An edit of ${propertyName(s, from)} arrives although ${faultWords[code].words}`,
  play: async (stage, subject) => {
    const row = rowOf(subject);
    const pair = await linkedPair(stage);
    const { actor, id } = at(stage, pair, from);
    failNextWrite(stage, { row, to: opposite(from), code });
    const value = stage.newValue(from, row[from]);
    await actor.edit(id, { [row[from]]: value });
    await stage.cycle(2);
    if (code === 'F4') await stage.sweep();
    await stage.rest();
    await expectArrived(stage, { pair, row, from, value });
  },
});

const faultWords = {
  F2: { id: 'answer-lost', words: 'the answer to its write got lost' },
  F3: { id: 'unavailable', words: 'the other system was unavailable at first' },
  F4: { id: 'refused-once', words: 'the other system refused it once' },
} as const;

interface NextWrite {
  readonly row: PropertyRow;
  readonly to: Side;
  readonly code: 'F2' | 'F3' | 'F4';
}

/** Aims the fault at the entity that really gets the write, where settings write a row through another one. */
export function failNextWrite(stage: Stage, { row, to, code }: NextWrite): void {
  const aim = { side: to, entity: writtenEntity(stage, row, to), write: 'update' } as const;
  if (code === 'F2') stage.fault({ code, ...aim });
  else stage.fault({ code, ...aim, times: code === 'F3' ? 2 : 1 });
}

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
  ...sides.flatMap((from) =>
    (['F2', 'F3', 'F4'] as const).map((code) => editThroughFault(from, code)),
  ),
];
