import { byUser, createDesk, outcomeOf, refused, rowOf } from '../desk.ts';
import type { Desk, PartyOutcome } from '../party.ts';
import type { RecordView } from '../record-view.ts';
import type { Store } from '../store.ts';
import type { Row } from '../table.ts';
import type { Properties } from '../value.ts';
import { parents } from './resource.ts';

/**
 * The desk at PowerOffice GO. Beside what the API can do, a person can edit the name of a project
 * activity: it renames the activity that it comes from. A parent is given by its id or code.
 */
export function createOfficeDesk(store: Store, views: ReadonlyMap<string, RecordView>): Desk {
  const plain = createDesk(store, views);
  return {
    ...plain,
    create: (entity, fields) => {
      const parent = parents[entity];
      if (!parent) return plain.create(entity, fields);
      const row = parentOf(store, entity, fields);
      if (!row) return { ok: false, reason: `Name the ${parent.entity} of the ${entity}.` };
      const { partyId: _, partyCustomerCode: __, projectCode: ___, ...own } = fields;
      const sent = Object.entries(own);
      return outcomeOf(store.create({ entity, sent, given: parent.given(row), by: byUser }));
    },
    edit: (entity, id, fields) => {
      const row = rowOf(store, entity, id);
      const isRename = entity === 'Projectactivity' && row && 'name' in fields;
      return isRename ? renamed({ store, plain, row, fields }) : plain.edit(entity, id, fields);
    },
  };
}

function parentOf(store: Store, entity: string, fields: Properties): Row | undefined {
  if (entity === 'Projectactivity') {
    return store.table('Project').where('code', fields['projectCode'] ?? null)[0];
  }
  const { partyId, partyCustomerCode } = fields;
  return partyId === undefined
    ? store.table('Customer').where('code', partyCustomerCode ?? null)[0]
    : rowOf(store, 'Customer', String(partyId));
}

function renamed(edit: {
  readonly store: Store;
  readonly plain: Desk;
  readonly row: Row;
  readonly fields: Properties;
}): PartyOutcome {
  const { store, plain, row } = edit;
  const { name = null, ...own } = edit.fields;
  const done = plain.edit('Projectactivity', String(row.id), own);
  const code = store.table('Projectactivity').get(row.id)?.fields['activityCode'] ?? null;
  const activity = store.table('Timetrackingactivity').where('code', code)[0];
  if (!done.ok || !activity) return done.ok ? refused([]) : done;
  const rename = plain.edit('Timetrackingactivity', String(activity.id), { name });
  return rename.ok ? done : rename;
}
