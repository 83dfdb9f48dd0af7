import type { Violation } from '../../checklist/violation.ts';
import type { ChangeEntry } from '../../evidence/ledger.ts';
import type { Side } from '../../settings.ts';
import { type Bench, inWords } from '../bench.ts';
import type { Pairing } from '../pairing.ts';
import type { Scene } from '../scene.ts';
import type { Invariant } from './invariant.ts';

/** Nothing else is ever written: only mapped properties change, only promised records are made. */
export const frame: Invariant = {
  law: 'I6 frame',
  judge: async (scene) =>
    scene.fresh.changes
      .filter(({ author }) => author === 'engine')
      .flatMap((change) => judgeChange(scene, change)),
};

function judgeChange({ benches, pairings }: Scene, change: ChangeEntry): readonly Violation[] {
  const record = inWords(change);
  switch (change.action) {
    case 'delete':
      return [];
    case 'create':
      return mayBeMade(benches, change)
        ? []
        : [
            {
              law: frame.law,
              message: `the engine made ${record}, which the document does not promise`,
            },
          ];
    case 'update': {
      if (!pairings.some((pairing) => mayBeLinked(pairing, change))) {
        return [
          {
            law: frame.law,
            message: `the engine changed ${record}, which is nobody's counterpart`,
          },
        ];
      }
      const allowed = writable(benches, change);
      return Object.entries(change.fields)
        .filter(([property]) => !allowed.has(property))
        .map(([property, { before, after }]) => ({
          law: frame.law,
          message: `the engine changed ${property} of ${record}, which the document does not map`,
          expected: JSON.stringify(before),
          found: JSON.stringify(after),
        }));
    }
  }
}

function mayBeMade(benches: readonly Bench[], { system, entity }: ChangeEntry): boolean {
  return benches.some((bench) => bench.system.target === system && bench.entity.target === entity);
}

/** Whether the record belongs to a pair, or to a section that links records which the engine did not make. */
function mayBeLinked({ bench, pairs, surplus, unexplained }: Pairing, of: ChangeEntry): boolean {
  const both = [...pairs, ...surplus];
  const linked = {
    source: both.map(({ sourceId }) => sourceId),
    target: [...both.map(({ targetId }) => targetId), ...unexplained],
  };
  return (['source', 'target'] as const).some(
    (side) => concerns(bench, side, of) && (adopts(bench) || linked[side].includes(of.id)),
  );
}

function adopts({ section }: Bench): boolean {
  return section.requirements.some(({ kind }) => kind === 'merge' || kind === 'adopt-or-create');
}

/** The properties of an entity that some section carries, or that settings write through. */
function writable(benches: readonly Bench[], of: ChangeEntry): ReadonlySet<string> {
  return new Set(
    benches.flatMap((bench) => [...carried(bench, of), ...through(benches, bench, of)]),
  );
}

function carried(bench: Bench, of: ChangeEntry): readonly string[] {
  return (['source', 'target'] as const)
    .filter((side) => concerns(bench, side, of))
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
