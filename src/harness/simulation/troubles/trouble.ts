import type { Side } from '../../../settings.ts';
import type { Properties, Value } from '../../../value.ts';
import type { FaultRule } from '../../fault-rule.ts';

/** Where a trouble falls in a history, resolved to what there is by then. */
export interface Spot {
  readonly side: Side;
  readonly entity: string;
  readonly write: 'create' | 'update';
  /** How many requests in a row. */
  readonly times: number;
  /** A record of the entity that has a counterpart by now. */
  readonly linked: string | undefined;
  /** Another one of them. */
  readonly other: string | undefined;
  /** A record of the entity that was deleted. */
  readonly deleted: string | undefined;
  /** Whether the records of both sides carry a modification time. */
  readonly isStamped: boolean;
  /** A property that the section maps, and one that nobody does. */
  readonly mapped: string | undefined;
  readonly unmapped: string | undefined;
  /** A value that a property can hold and that no other record has. */
  value(property: string): Value;
  /** A new record as a person would make it. */
  record(): Properties;
  /** Any moment before now, in milliseconds since 1970. */
  readonly now: number;
}

/**
 * A kind of trouble: the faults that it means at a spot, or nothing where the spot has not what it
 * takes. Only what an engine can live through: a lie that no client can see through, such as an
 * empty answer to a search for the very record that a lost create may have made, is none
 * (`sync-bugs.md` 4, limits of what may be demanded).
 */
export type Trouble = (spot: Spot) => FaultRule | readonly FaultRule[] | undefined;

/** The writes at a spot; nothing is ever created at the source. */
export function writesAt({ side, entity, write, times }: Spot) {
  return { side, entity, write: side === 'source' ? 'update' : write, times } as const;
}

/** All reads at a spot. */
export function readsAt({ side, entity, times }: Spot) {
  return { side, entity, method: 'GET', times } as const;
}

/** The entity at a spot, for as long as the trouble lasts. */
export function all({ side, entity }: Spot) {
  return { side, entity } as const;
}
