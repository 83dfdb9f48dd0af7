import type { Properties } from '../value.ts';

/** What became of a person's action: done, or refused by the system in its own words. */
export type PartyOutcome =
  | { readonly ok: true; readonly id: string }
  | { readonly ok: false; readonly reason: string };

/**
 * One system as a person working there would touch it. Entities are named as documents name
 * them, without the system's name. What a person cannot do there is refused, not thrown.
 */
export interface Party {
  readonly system: string;
  create(entity: string, fields: Properties): Promise<PartyOutcome>;
  /** A property that is derived from another record is edited where it comes from. */
  edit(entity: string, id: string, fields: Properties): Promise<PartyOutcome>;
  remove(entity: string, id: string): Promise<PartyOutcome>;
  /** All properties as stored now, read-only ones too, or `undefined` where there is no such record. */
  read(entity: string, id: string): Promise<Properties | undefined>;
  /** Ids of all records, oldest first. */
  ids(entity: string): Promise<readonly string[]>;
}
