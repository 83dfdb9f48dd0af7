import type { PropertyRow } from '../../dataflow/dataflow.ts';
import { opposite, type Side } from '../../settings.ts';
import type { Properties, Value } from '../../value.ts';
import { type Bench, recordName } from '../basis/bench.ts';
import { saysTheSame } from '../basis/oracle.ts';
import { isShared, isSharedBothWays } from '../basis/shared-sides.ts';
import { mayBeMissing, mayDiffer } from './excuse.ts';
import { idOn, type Pair, type Pairing } from './pairing.ts';
import { isPromised } from './promised.ts';
import type { Scene } from './scene.ts';

/** Something that should have arrived and has not. */
export type Gap = Missing | Differing;

/** A source record without the counterpart that it is promised. */
export interface Missing {
  readonly kind: 'missing';
  readonly bench: Bench;
  readonly sourceId: string;
  /** The ledger's number of the last change that somebody else than the engine made to it. */
  readonly since: number;
}

/** A row of the property table in which a pair does not say the same. */
export interface Differing {
  readonly kind: 'differing';
  readonly bench: Bench;
  readonly pair: Pair;
  readonly row: PropertyRow;
  readonly source: Value;
  readonly target: Value;
  readonly since: number;
  /** Where somebody edited last: what is said there should have been carried. */
  readonly from: Side;
}

const known = new WeakMap<Scene, Promise<readonly Gap[]>>();

/**
 * All that has not arrived although the scene is at rest, and that no report of the engine's excuses;
 * found once for each scene, since several laws ask. None before it is at rest.
 */
export function gapsOf(scene: Scene): Promise<readonly Gap[]> {
  if (!scene.atRest) return Promise.resolve([]);
  const found = known.get(scene) ?? find(scene);
  known.set(scene, found);
  return found;
}

async function find(scene: Scene): Promise<readonly Gap[]> {
  const gaps: Gap[] = [];
  for (const pairing of scene.pairings) {
    gaps.push(...missing(scene, pairing));
    for (const pair of pairing.pairs) {
      const differing = (await differences(scene, pairing.bench, pair)) ?? [];
      gaps.push(
        ...differing
          .filter((gap) => isOwed(scene, gap))
          .filter((gap) => !mayDiffer(scene, { ...gap, value: gap[gap.from] })),
      );
    }
  }
  return gaps;
}

/**
 * Whether the engine has to carry it: to a side that is written, and where the other one is only read,
 * not over what somebody has typed there. That stays where it is and competes with every later edit;
 * who wins is left open (`sync-semantics.md`, Settings).
 */
function isOwed({ history }: Scene, gap: Differing): boolean {
  const { bench, from, pair, row } = gap;
  if (isSharedBothWays(bench)) return true;
  const to = opposite(from);
  if (!isShared(bench, to)) return false;
  const last = history.puts(recordName(bench, to, idOn(to, pair)), row[to]).at(-1);
  const came = history.values(recordName(bench, from, idOn(from, pair)), row[from]);
  return (
    last?.author !== 'user' ||
    came.some((value) => saysTheSame({ type: row.type, ...gap, [from]: value }) === true)
  );
}

function missing(scene: Scene, pairing: Pairing): readonly Missing[] {
  const { bench, pairs } = pairing;
  const paired = new Set(pairs.map(({ sourceId }) => sourceId));
  const seq = Number.POSITIVE_INFINITY;
  return scene.history
    .created({ system: bench.system.source, entity: bench.entity.source })
    .filter((id) => !paired.has(id) && !scene.history.gone(recordName(bench, 'source', id)))
    .filter((id) => !pairing.mayBeMerged('source', id))
    .filter((sourceId) => isPromised({ scene, bench, sourceId, seq }))
    .filter((id) => !mayBeMissing(scene, bench, id))
    .map((sourceId) => {
      const changes = scene.history.changes(recordName(bench, 'source', sourceId));
      const last = changes.findLast(({ author }) => author !== 'engine');
      return { kind: 'missing', bench, sourceId, since: last?.seq ?? 0 };
    });
}

/** The rows in which a pair differs now, reported or not; `undefined` where one of the two is gone. */
export async function differences(
  scene: Scene,
  bench: Bench,
  pair: Pair,
): Promise<readonly Differing[] | undefined> {
  const source = await scene.read('source', bench.entity.source, pair.sourceId);
  const target = await scene.read('target', bench.entity.target, pair.targetId);
  if (source === undefined || target === undefined) return undefined;
  return bench.rows
    .filter((row) => !agrees(scene, row, { source, target }))
    .map((row) => {
      const [x, y] = [source[row.source] ?? null, target[row.target] ?? null];
      const last = lastTyped(scene, { bench, pair, row });
      return { kind: 'differing', bench, pair, row, source: x, target: y, ...last };
    });
}

function agrees(
  scene: Scene,
  row: PropertyRow,
  { source, target }: { readonly source: Properties; readonly target: Properties },
): boolean {
  const [x, y] = [source[row.source] ?? null, target[row.target] ?? null];
  if (saysTheSame({ type: row.type, source: x, target: y }) !== false) return true;
  const asStored = [
    { source: scene.stored('target', row.target, x), target: y },
    { source: x, target: scene.stored('source', row.source, y) },
  ];
  return asStored.some((values) => saysTheSame({ type: row.type, ...values }) === true);
}

type Held = Pick<Differing, 'bench' | 'pair' | 'row'>;

function lastTyped(
  { history }: Scene,
  { bench, pair, row }: Held,
): Pick<Differing, 'since' | 'from'> {
  const lastOn = (side: Side): number => {
    const puts = history.puts(recordName(bench, side, idOn(side, pair)), row[side]);
    return puts.findLast(({ author }) => author !== 'engine')?.seq ?? 0;
  };
  const [source, target] = [lastOn('source'), lastOn('target')];
  return source < target ? { since: target, from: 'target' } : { since: source, from: 'source' };
}
