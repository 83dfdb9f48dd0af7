import type { Violation } from '../../checklist/violation.ts';
import type { ChangeEntry } from '../../evidence/ledger.ts';
import type { Side } from '../../settings.ts';
import { type Bench, inWords, recordName } from '../basis/bench.ts';
import { isShared } from '../basis/shared-sides.ts';
import type { Pairing } from '../watching/pairing.ts';
import { isPromised } from '../watching/promised.ts';
import type { Scene } from '../watching/scene.ts';
import type { Invariant } from './invariant.ts';

/** Nothing else is ever written: only mapped properties change, only promised records are made. */
export const frame: Invariant = {
  law: 'I6 frame',
  judge: async (scene) =>
    scene.fresh.changes
      .filter(({ author }) => author === 'engine')
      .flatMap((change) => judgeChange(scene, change)),
};

function judgeChange(scene: Scene, change: ChangeEntry): readonly Violation[] {
  switch (change.action) {
    case 'delete':
      return [];
    case 'create':
      return judgeCreate(scene, change);
    case 'update':
      return judgeUpdate(scene, change);
  }
}

function judgeCreate(scene: Scene, change: ChangeEntry): readonly Violation[] {
  if (!mayBeMade(scene.benches, change)) {
    return [broken(`the engine made ${inWords(change)}, which the document does not promise`)];
  }
  const { pairings } = scene;
  return pairings.flatMap(({ bench, pairs, surplus }) => {
    const pair = concerns(bench, 'target', change)
      ? [...pairs, ...surplus].find(({ targetId }) => targetId === change.id)
      : undefined;
    if (pair === undefined) return [];
    const { sourceId } = pair;
    if (isPromised({ scene, bench, sourceId, seq: change.seq })) return [];
    const source = inWords(recordName(bench, 'source', sourceId));
    return [broken(`the engine made ${inWords(change)} for ${source}, which is promised none`)];
  });
}

function judgeUpdate({ benches, pairings }: Scene, change: ChangeEntry): readonly Violation[] {
  const record = inWords(change);
  if (!pairings.some((pairing) => mayBeLinked(pairing, change))) {
    return [broken(`the engine changed ${record}, which is nobody's counterpart`)];
  }
  const allowed = writable(benches, change);
  return Object.entries(change.fields)
    .filter(([property]) => !allowed.has(property))
    .map(([property, { before, after }]) => ({
      ...broken(
        `the engine changed ${property} of ${record}, which the document does not map, or the settings keep from being written`,
      ),
      expected: JSON.stringify(before),
      found: JSON.stringify(after),
    }));
}

function broken(message: string): Violation {
  return { law: frame.law, message };
}

function mayBeMade(benches: readonly Bench[], change: ChangeEntry): boolean {
  return benches.some((bench) => bench.makes.kind !== 'never' && concerns(bench, 'target', change));
}

/** Whether the record belongs to a pair, or may have been merged without its being certain with which. */
function mayBeLinked(pairing: Pairing, of: ChangeEntry): boolean {
  const { bench, pairs, surplus, unexplained } = pairing;
  const both = [...pairs, ...surplus];
  const linked = {
    source: both.map(({ sourceId }) => sourceId),
    target: [...both.map(({ targetId }) => targetId), ...unexplained],
  };
  return (['source', 'target'] as const).some(
    (side) =>
      concerns(bench, side, of) &&
      (linked[side].includes(of.id) || pairing.mayBeMerged(side, of.id)),
  );
}

/** The properties of an entity that some section carries, or that settings write through. */
function writable(benches: readonly Bench[], of: ChangeEntry): ReadonlySet<string> {
  return new Set(
    benches.flatMap((bench) => [...carried(bench, of), ...through(benches, bench, of)]),
  );
}

function carried(bench: Bench, of: ChangeEntry): readonly string[] {
  return (['source', 'target'] as const)
    .filter((side) => concerns(bench, side, of) && isShared(bench, side))
    .flatMap((side) => bench.rows.map((row) => row[side]));
}

function through(
  benches: readonly Bench[],
  { settings }: Bench,
  of: ChangeEntry,
): readonly string[] {
  return Object.values(settings.writeThrough ?? {})
    .filter(({ section }) => {
      const other = benches.find((bench) => bench.section.heading === section);
      return other !== undefined && concerns(other, 'target', of);
    })
    .map(({ property }) => property);
}

function concerns(bench: Bench, side: Side, { system, entity }: ChangeEntry): boolean {
  return bench.system[side] === system && bench.entity[side] === entity;
}
