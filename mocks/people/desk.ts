import type { Problem } from '../contract/validate.ts';
import type { Reader } from '../records/reader.ts';
import type { RecordView } from '../records/record-view.ts';
import type { Row } from '../records/row.ts';
import type { Store } from '../records/store.ts';
import type { Written } from '../records/table.ts';
import type { Properties } from '../records/value.ts';
import type { Desk, PartyOutcome } from './party.ts';

/** Changes made by a person. */
export const byUser = { author: 'user' } as const;

/** The desk of a system whose people may write whatever its API may. */
export function createDesk(store: Store, views: ReadonlyMap<string, RecordView>): Desk {
  return {
    create: (entity, fields) => {
      if (!store.has(entity)) return noEntity(entity);
      return outcomeOf(store.create({ entity, sent: Object.entries(fields), by: byUser }));
    },
    edit: (entity, id, fields) => {
      const row = rowOf(store, entity, id);
      if (!row) return noRecord(entity, id);
      return outcomeOf(store.update({ entity, row, sent: Object.entries(fields), by: byUser }));
    },
    remove: (entity, id) => {
      const row = rowOf(store, entity, id);
      if (!row) return noRecord(entity, id);
      const held = store.remove(entity, row, byUser);
      return held === undefined ? { ok: true, id } : { ok: false, reason: held };
    },
    read: (entity, id): Properties | undefined => {
      const row = rowOf(store, entity, id);
      return row && views.get(entity)?.properties(row);
    },
    ids: (entity) =>
      store.has(entity) ? [...store.table(entity).all()].map(({ id }) => String(id)) : [],
  };
}

/** The record that a text id names, where the system has one. */
export function rowOf(store: Store, entity: string, id: string): Row | undefined {
  return store.has(entity) ? rowIn(store.table(entity), id) : undefined;
}

/** The record that a text id names among those that a reader sees. */
export function rowIn(reader: Reader, id: string): Row | undefined {
  return /^\d{1,15}$/.test(id) ? reader.get(Number(id)) : undefined;
}

/** A write as its person is told of it. */
export function outcomeOf(written: Written): PartyOutcome {
  return written.ok ? { ok: true, id: String(written.row.id) } : refused(written.problems);
}

/** A refusal in the system's own words. */
export function refused(problems: readonly Problem[]): PartyOutcome {
  return { ok: false, reason: problems.map(({ message }) => message).join(' ') };
}

/** The refusal to touch a record that is not there. */
function noRecord(entity: string, id: string): PartyOutcome {
  return { ok: false, reason: `There is no ${entity} ${id}.` };
}

function noEntity(entity: string): PartyOutcome {
  return { ok: false, reason: `There is no ${entity} here.` };
}
