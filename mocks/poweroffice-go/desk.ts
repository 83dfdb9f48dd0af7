import { byUser, createDesk, outcomeOf, refused, rowOf } from '../people/desk.ts';
import type { Desk, PartyOutcome } from '../people/party.ts';
import type { RecordView } from '../records/record-view.ts';
import type { Row } from '../records/row.ts';
import type { Store } from '../records/store.ts';
import type { Properties } from '../records/value.ts';
import { type Parent, parents } from './resource.ts';

/**
 * The desk at PowerOffice GO. Beside what the API can do, a person can edit the name of a project
 * activity: it renames the activity that it comes from. A parent is given by its id or code.
 */
export function createOfficeDesk(store: Store, views: ReadonlyMap<string, RecordView>): Desk {
  const plain = createDesk(store, views);
  return {
    ...plain,
    create: (entity, fields) => {
      const parent = parentOf[entity];
      if (!parent) return plain.create(entity, fields);
      const row = parentRow(store, entity, fields);
      if (!row) return { ok: false, reason: `Name the ${parent.entity} of the ${entity}.` };
      const { partyId: _, partyCustomerCode: __, projectCode: ___, ...own } = fields;
      const sent = Object.entries(own);
      return outcomeOf(store.create({ entity, sent, given: parent.given(row), by: byUser }));
    },
    edit: (entity, id, fields) => {
      const row = rowOf(store, entity, id);
      const isRename = entity === 'Projectactivity' && row && 'name' in fields;
      return isRename ? renamed(store, row, fields) : plain.edit(entity, id, fields);
    },
  };
}

function parentRow(store: Store, entity: string, fields: Properties): Row | undefined {
  if (entity === 'Projectactivity') {
    return store.table('Project').where('code', fields['projectCode'] ?? null)[0];
  }
  const { partyId, partyCustomerCode } = fields;
  return partyId === undefined
    ? store.table('Customer').where('code', partyCustomerCode ?? null)[0]
    : rowOf(store, 'Customer', String(partyId));
}

const parentOf: Readonly<Record<string, Parent>> = {
  Contactperson: parents.customer,
  Projectactivity: parents.project,
};

/** Both records change, or neither. */
function renamed(store: Store, row: Row, fields: Properties): PartyOutcome {
  const { name = null, ...own } = fields;
  const code = own['activityCode'] ?? row.fields['activityCode'] ?? null;
  const edits = [
    { entity: 'Projectactivity', row, sent: Object.entries(own) },
    ...store
      .table('Timetrackingactivity')
      .where('code', code)
      .map((activity) => ({
        entity: 'Timetrackingactivity',
        row: activity,
        sent: Object.entries({ name }),
      })),
  ];
  const problems = edits.flatMap((edit) => store.objections(edit));
  if (problems.length > 0) return refused(problems);
  for (const edit of edits) store.update({ ...edit, by: byUser });
  return { ok: true, id: String(row.id) };
}
