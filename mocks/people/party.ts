import type { Properties } from '../records/value.ts';

/** What became of a person's action: done, or refused by the system in its own words. */
export type PartyOutcome =
  | { readonly ok: true; readonly id: string }
  | { readonly ok: false; readonly reason: string };

/** One system as a person working there would touch it. */
export interface Party {
  readonly system: string;
  create(entity: string, fields: Properties): Promise<PartyOutcome>;
  edit(entity: string, id: string, fields: Properties): Promise<PartyOutcome>;
  remove(entity: string, id: string): Promise<PartyOutcome>;
  read(entity: string, id: string): Promise<Properties | undefined>;
  ids(entity: string): Promise<readonly string[]>;
}

/**
 * The same actions done at once, without a turn of the event loop: what a fault needs to let a
 * person act between a request's arrival and its effect.
 */
export interface Desk {
  create(entity: string, fields: Properties): PartyOutcome;
  edit(entity: string, id: string, fields: Properties): PartyOutcome;
  remove(entity: string, id: string): PartyOutcome;
  read(entity: string, id: string): Properties | undefined;
  ids(entity: string): readonly string[];
}

/** The person at `desk`, as the harness meets them. */
export function partyAt(system: string, desk: Desk): Party {
  return {
    system,
    create: async (entity, fields) => desk.create(entity, fields),
    edit: async (entity, id, fields) => desk.edit(entity, id, fields),
    remove: async (entity, id) => desk.remove(entity, id),
    read: async (entity, id) => desk.read(entity, id),
    ids: async (entity) => desk.ids(entity),
  };
}
