import type { Side } from '../../settings.ts';
import { type Bench, recordName } from '../basis/bench.ts';
import type { RecordName } from '../basis/record-name.ts';
import { isPromised } from './promised.ts';
import type { Scene } from './scene.ts';
import type { Typed } from './typed.ts';

/** Why a text that a user typed on one side has no business on the other. */
export type Reserve = 'unmapped' | 'out-of-scope' | 'deleted';

/** A text by which its way can be followed, and why it must not go to the other system. */
export interface Canary extends Typed {
  readonly reserve: Reserve;
}

/** Long enough, and ending like nothing that a name or a place ends in. */
const unique = /(?:^|\s)(?=[a-z]*\d)[a-z0-9]{6,8}$/;

/** Something that was said to a system. */
interface Said {
  readonly system: string;
  readonly text: string;
  /** The ledger's entry with which the pass began: what was so before it counts. */
  readonly seq: number;
}

/** The texts in what was said to a system that users typed into the other one, and that it must not get. */
export function canariesIn(scene: Scene, said: Said): readonly Canary[] {
  return typedIn(scene, said.text)
    .filter(({ record }) => record.system !== said.system)
    .flatMap((each) => {
      const reserve = reserveOf(scene, each, said.seq);
      return reserve === undefined ? [] : [{ ...each, reserve }];
    });
}

/** The texts in something that was said which a user typed, and which nobody would say by chance. */
export function typedIn({ history: { typed } }: Scene, said: string): readonly Typed[] {
  return typed.all.filter(
    ({ text }) => said.includes(text) && unique.test(text) && typed.times(text) === 1,
  );
}

function reserveOf(scene: Scene, { record, property }: Typed, seq: number): Reserve | undefined {
  const places = scene.benches.flatMap((bench) =>
    (['source', 'target'] as const)
      .filter((side) => isOf(bench, side, record))
      .map((side) => ({ bench, side })),
  );
  if (!scene.benches.some((bench) => travels(scene.benches, bench, { record, property }))) {
    return 'unmapped';
  }
  const last = scene.history.changes(record).findLast((change) => change.seq < seq);
  // Who came back meanwhile was free to travel again.
  if (last?.action === 'delete' && scene.history.gone(record)) return 'deleted';
  const inScope = places.some((place) => isInScope(scene, { ...place, record, seq }));
  return inScope ? undefined : 'out-of-scope';
}

/** Whether a section, or its settings, let this property's values be sent to the other side. */
function travels(
  benches: readonly Bench[],
  bench: Bench,
  { record, property }: Pick<Typed, 'record' | 'property'>,
): boolean {
  const sides = (['source', 'target'] as const).filter((side) => isOf(bench, side, record));
  const { provide = {}, writeThrough = {}, relatedBy = [] } = bench.settings;
  const copied = Object.values(provide).flatMap((provided) =>
    'property' in provided ? [provided.property] : [],
  );
  const through = Object.values(writeThrough).some(
    (linked) =>
      linked.property === property &&
      benches.some(
        (other) => other.section.heading === linked.section && isOf(other, 'target', record),
      ),
  );
  return (
    through ||
    sides.some((side) => [...bench.rows, ...bench.mergeOn].some((row) => row[side] === property)) ||
    (sides.includes('source') &&
      [...copied, ...relatedBy.map((each) => each.property)].includes(property))
  );
}

interface Placed {
  readonly bench: Bench;
  readonly side: Side;
  readonly record: RecordName;
  readonly seq: number;
}

/** Whether the record is linked in a section, may be linked there, or is promised a counterpart. */
function isInScope(scene: Scene, { bench, side, record: { id }, seq }: Placed): boolean {
  if (bench.mergeOn.length > 0) return true;
  const pairing = scene.pairings.find((each) => each.bench === bench);
  const ends = [...(pairing?.pairs ?? []), ...(pairing?.surplus ?? [])];
  if (ends.some((pair) => pair[`${side}Id`] === id)) return true;
  if (side === 'target') return false;
  // Who was born while the pass went on is what it was at birth.
  const born = scene.history.changes(recordName(bench, side, id))[0]?.seq ?? seq;
  return isPromised({ scene, bench, sourceId: id, seq: Math.max(seq, born + 1) });
}

function isOf(bench: Bench, side: Side, { system, entity, id }: RecordName): boolean {
  const name = recordName(bench, side, id);
  return name.system === system && name.entity === entity;
}
