import type { Instant } from '../../clock.ts';
import type { Side } from '../../settings.ts';
import type { Value } from '../../value.ts';
import type { RecordRef } from '../record.ts';

/**
 * A value that lost against a simultaneous edit. It is durable before the write that overwrites
 * it goes out, and stays until somebody has taken note of it.
 */
export interface LostValue {
  /** The section's key, see `SectionPlan`. */
  readonly section: string;
  readonly source: RecordRef;
  readonly target: RecordRef;
  /** The row's key, see `MappedRow`. */
  readonly row: string;
  readonly winner: Side;
  readonly kept: Value;
  readonly lost: Value;
  readonly at: Instant;
  /** Set as long as nobody knows whether the write was done: nothing is told of it before. */
  readonly open?: true;
  /** Whether a cycle's report that told of it has been received. */
  readonly reported: boolean;
}

/** What names a lost value in a store: one property of a pair can lose several. */
export type LostKey = Pick<LostValue, 'section' | 'source' | 'row' | 'lost'>;
