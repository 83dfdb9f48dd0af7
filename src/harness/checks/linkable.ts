import type { MergeRow } from '../../dataflow/dataflow.ts';
import type { Referred } from '../../settings.ts';
import type { Properties } from '../../value.ts';
import type { Bench } from '../basis/bench.ts';
import { Blocked } from '../broken-promise.ts';
import type { Stage } from '../stage/stage.ts';
import { bothSides } from './both-sides.ts';

/** How many records are drawn until one is, or is not, as a condition wants it. */
const draws = 200;

/** A new source record that the section must link, with all that its rule asks for. Returns its id. */
export async function newLinkable(stage: Stage): Promise<string> {
  const { makes } = stage.bench;
  switch (makes.kind) {
    case 'always':
      return stage.source.create();
    case 'while':
      return stage.source.create(drawn(stage, makes.holds));
    case 'related': {
      const sourceId = await stage.source.create();
      await referTo(stage, sourceId);
      return sourceId;
    }
    case 'never': {
      const [row] = tellingRows(stage.bench);
      if (row === undefined) throw new Blocked('No record can be made that the section would link');
      return (await newMatch(stage, row)).sourceId;
    }
  }
}

/** A record as a person would make it that fits, drawn until one does. */
export function drawn(stage: Stage, fits: (record: Properties) => boolean): Properties {
  const { newRecord } = stage.world;
  for (let i = 0; i < draws; i += 1) {
    const record = newRecord.source(stage.bench.entity.source);
    if (fits(record)) return record;
  }
  throw new Blocked(`Of ${draws} records drawn none was as the condition wants it`);
}

/** Somebody makes a record that refers to this one, in the first section that is said to do so. Returns its id. */
export async function referTo(stage: Stage, sourceId: string): Promise<string> {
  const by = referrer(stage);
  return stage.colleague(by.section).create({ [by.property]: sourceId });
}

/** The first section whose records are said to refer to this one's, and by what. */
export function referrer({ bench: { makes } }: Stage): Referred {
  const [by] = makes.kind === 'related' ? makes.by : [];
  if (by !== undefined) return by;
  throw new Blocked('The settings name no record that refers to it');
}

/** Two records that people made on the two sides with one value in a merge row. */
export async function newMatch(
  stage: Stage,
  row: MergeRow,
): Promise<{ readonly sourceId: string; readonly targetId: string }> {
  const sourceId = await stage.source.create();
  const key = await stage.source.value(sourceId, row.source);
  return { sourceId, targetId: await stage.target.create({ [row.target]: key }) };
}

/** The merge rows whose values tell records apart: two people's lists and yes-or-no do not. */
export function tellingRows(bench: Bench): readonly MergeRow[] {
  return bench.mergeOn.filter((row) =>
    bothSides(
      { bench, row },
      ({ readOnly, type }) => !readOnly && ['string', 'integer', 'decimal'].includes(type),
    ),
  );
}
