import type { Bench } from '../basis/bench.ts';
import { recordName } from '../basis/bench.ts';
import type { Pairing } from './pairing.ts';
import type { Scene } from './scene.ts';

interface Asked {
  readonly scene: Pick<Scene, 'history' | 'pairings'>;
  readonly bench: Bench;
  readonly sourceId: string;
  /** The ledger's entry before which it is asked. */
  readonly seq: number;
}

/** Whether a source record was promised a new counterpart, by the section's rule and its limits. */
export function isPromised(asked: Asked): boolean {
  const { bench } = asked;
  const { makes } = bench;
  if (!isInLimits(asked)) return false;
  switch (makes.kind) {
    case 'always':
      return true;
    case 'never':
      return false;
    case 'while':
      return makes.holds(
        asked.scene.history.asOf(recordName(bench, 'source', asked.sourceId), asked.seq),
      );
    case 'related':
      return makes.by.some(({ section, property }) => {
        const pairing = pairingOf(asked.scene, section);
        return pairing !== undefined && refers(asked, pairing, property);
      });
  }
}

/** In limited mode only records that somebody has touched since then. */
function isInLimits({ scene, bench, sourceId, seq }: Asked): boolean {
  const since = bench.settings.limitedSince;
  const at = scene.history.changedBefore(recordName(bench, 'source', sourceId), seq);
  return since === undefined || (at !== undefined && at >= since);
}

function pairingOf({ pairings }: Asked['scene'], heading: string): Pairing | undefined {
  return pairings.find(({ bench }) => bench.section.heading === heading);
}

/** Whether some linked record of that section refers to it. */
function refers(
  { scene: { history }, sourceId, seq }: Asked,
  { bench, pairs }: Pairing,
  property: string,
): boolean {
  return pairs.some((pair) => {
    const referring = history.asOf(recordName(bench, 'source', pair.sourceId), seq);
    return String(referring[property] ?? '') === sourceId;
  });
}
