import type { Side } from '../../settings.ts';
import { type Bench, benchAt } from './bench.ts';

/** A property of one side of a section, and all sections of its document. */
export interface Place {
  readonly bench: Bench;
  readonly benches: readonly Bench[];
  readonly side: Side;
  readonly property: string;
}

/**
 * Where a value really lives that is written to a property: in another section's record, where
 * settings say that the property is only its view (`writeThrough`). Refuses (`check`) a section
 * that the document does not have.
 */
export function writtenTo({
  bench,
  benches,
  side,
  property,
}: Place): Pick<Place, 'bench' | 'property'> {
  const through = side === 'target' ? bench.settings.writeThrough?.[property] : undefined;
  if (through === undefined) return { bench, property };
  return { bench: benchAt(benches, through.section), property: through.property };
}
