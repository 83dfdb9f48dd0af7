import type { Answer } from '../../http/answer.ts';
import type { Call, Route } from '../../http/route.ts';
import { rowIn } from '../../people/desk.ts';
import type { Row } from '../../records/row.ts';
import { privilegesFor } from '../privileges.ts';
import { type Collection, listAnswer } from './list.ts';
import { v2Dialect } from './problem.ts';
import { addressedRow, createAnswer, deleteAnswer, patchAnswer, recordAnswer } from './write.ts';

/** The operations on contact persons and projects (`apis.md 3`). */
export function v2Routes(collections: {
  readonly contactPersons: Collection;
  readonly projects: Collection;
}): readonly Route[] {
  const { contactPersons, projects } = collections;
  const underContact = '/v2/ContactPersons/{contactId}';
  return [
    listRoute('/v2/ContactPersons', contactPersons),
    {
      ...writing('POST', underContact, contactPersons),
      handle: (call) => {
        const partyId = Number(call.params['contactId']);
        const isParty = ['Customer', 'Supplier'].some((entity) =>
          contactPersons.store.table(entity).get(partyId),
        );
        if (!isParty) return v2Dialect.failure(404);
        return createAnswer(contactPersons, call, { partyId });
      },
    },
    ...recordRoutes(`${underContact}/{id}`, contactPersons, false),
    listRoute('/v2/Projects', projects),
    {
      ...writing('POST', '/v2/Projects', projects),
      handle: (call) => createAnswer(projects, call),
    },
    ...recordRoutes('/v2/Projects/{id}', projects, true),
  ];
}

function listRoute(path: string, collection: Collection): Route {
  const { entity } = collection.kind;
  const handle = (call: Call): Answer => listAnswer(collection, call);
  return { method: 'GET', path, kind: 'list', entity, privileges: readable(entity), handle };
}

function recordRoutes(path: string, collection: Collection, silent: boolean): readonly Route[] {
  const { entity } = collection.kind;
  const addressed: Route['addressed'] = ({ params }) => params['id'];
  const onRow =
    (handle: (row: Row, call: Call) => Answer) =>
    (call: Call): Answer => {
      const row = addressedRow(collection, call);
      return row ? handle(row, call) : v2Dialect.failure(404);
    };
  return [
    {
      ...{ method: 'GET', path, kind: 'one', entity, addressed, privileges: readable(entity) },
      handle: onRow((row, { lag }) => {
        const seen = rowIn(collection.store.table(entity).asOf(lag), String(row.id));
        return seen ? recordAnswer(collection, 200, seen) : v2Dialect.failure(404);
      }),
    },
    {
      ...writing('PATCH', path, collection),
      addressed,
      handle: onRow((row, call) => patchAnswer(collection, call, { row, silent })),
    },
    {
      ...writing('DELETE', path, collection),
      addressed,
      handle: onRow((row, call) => deleteAnswer(collection, call, row)),
    },
  ];
}

function writing(method: 'POST' | 'PATCH' | 'DELETE', path: string, { kind }: Collection) {
  const { entity } = kind;
  const privileges = privilegesFor(services[entity] ?? '', 'write');
  return { method, path, kind: 'write', entity, privileges } as const;
}

function readable(entity: string): readonly string[] {
  return privilegesFor(services[entity] ?? '', 'read');
}

const services: Readonly<Record<string, string>> = {
  Contactperson: 'PartyContactPerson',
  Project: 'Project',
};
