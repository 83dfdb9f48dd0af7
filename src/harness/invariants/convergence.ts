import type { Violation } from '../../checklist/violation.ts';
import type { PropertyRow } from '../../dataflow/dataflow.ts';
import type { Properties } from '../../value.ts';
import { inWords, recordName } from '../bench.ts';
import { saysTheSame } from '../oracle.ts';
import type { Pair, Pairing } from '../pairing.ts';
import type { Scene } from '../scene.ts';
import { isSharedBothWays } from '../shared-sides.ts';
import type { Invariant } from './invariant.ts';

/** At rest the two records of every pair say the same in every mapped property, or the engine says which does not. */
export const convergence: Invariant = {
  law: 'I1 convergence',
  judge: async (scene) => {
    if (!scene.atRest) return [];
    const violations: Violation[] = [];
    for (const pairing of scene.pairings) {
      if (!isSharedBothWays(pairing.bench)) continue;
      for (const pair of pairing.pairs) violations.push(...(await judgePair(scene, pairing, pair)));
    }
    return violations;
  },
};

async function judgePair(
  scene: Scene,
  { bench }: Pairing,
  pair: Pair,
): Promise<readonly Violation[]> {
  const source = await scene.read('source', bench.entity.source, pair.sourceId);
  const target = await scene.read('target', bench.entity.target, pair.targetId);
  if (source === undefined || target === undefined) return [];
  if (scene.reportedNow('source', pair.sourceId)) return [];
  return bench.rows.flatMap((row) => {
    if (agrees(scene, row, { source, target })) return [];
    const [x, y] = [
      inWords(recordName(bench, 'source', pair.sourceId)),
      inWords(recordName(bench, 'target', pair.targetId)),
    ];
    return [
      {
        law: convergence.law,
        message: `${row.source} of ${x} and ${row.target} of ${y} differ, and the engine reports nothing`,
        expected: JSON.stringify(source[row.source] ?? null),
        found: JSON.stringify(target[row.target] ?? null),
      },
    ];
  });
}

function agrees(
  scene: Scene,
  row: PropertyRow,
  { source, target }: { readonly source: Properties; readonly target: Properties },
): boolean {
  const [x, y] = [source[row.source] ?? null, target[row.target] ?? null];
  const same = saysTheSame({ type: row.type, source: x, target: y });
  if (same !== false) return true;
  return (
    saysTheSame({ type: row.type, source: scene.stored('target', row.target, x), target: y }) ===
    true
  );
}
