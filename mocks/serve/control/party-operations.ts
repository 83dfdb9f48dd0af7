import type { Party, PartyOutcome } from '../../people/party.ts';
import { propertiesSchema } from '../../records/value.ts';
import type { ControlCall, ControlReply, Operation } from './operation.ts';

const collection = '/parties/:system/:entity';
const record = `${collection}/:id`;

/** What people who work in a system do there, and what they see. */
export const partyOperations: readonly Operation[] = [
  {
    method: 'POST',
    path: collection,
    says: 'Creates a record as a user, of properties by dotted path: {"id"}.',
    handle: async (call) => {
      const fields = propertiesSchema.parse(JSON.parse(call.text));
      return acted(call, 201, (party, { entity }) => party.create(entity, fields));
    },
  },
  {
    method: 'GET',
    path: collection,
    says: 'The ids of all records: {"ids"}.',
    handle: async (call) => {
      const ids = await act(call, (party, { entity }) => party.ids(entity));
      return ids ? { status: 200, body: { ids } } : unknownSystem(call);
    },
  },
  {
    method: 'PATCH',
    path: record,
    says: 'Edits a record as a user; null empties a property.',
    handle: async (call) => {
      const fields = propertiesSchema.parse(JSON.parse(call.text));
      return acted(call, 200, (party, { entity, id }) => party.edit(entity, id, fields));
    },
  },
  {
    method: 'DELETE',
    path: record,
    says: 'Deletes a record as a user.',
    handle: async (call) => acted(call, 200, (party, { entity, id }) => party.remove(entity, id)),
  },
  {
    method: 'GET',
    path: record,
    says: 'A record as a user sees it: its properties by dotted path.',
    handle: async (call) => {
      const seen = await act(call, (party, { entity, id }) => party.read(entity, id));
      if (seen) return { status: 200, body: seen };
      return { status: 404, body: { error: 'There is no such record.' } };
    },
  },
];

interface Place {
  readonly entity: string;
  readonly id: string;
}

type Action<T> = (party: Party, place: Place) => Promise<T>;

/** Done within one deed, so that it can be done again; `undefined` where no such system is served. */
async function act<T>({ history, params }: ControlCall, action: Action<T>): Promise<T | undefined> {
  const { system = '', entity = '', id = '' } = params;
  return history.do(({ twins }) => {
    const party = twins.get(system)?.party;
    return party && action(party, { entity, id });
  });
}

async function acted(
  call: ControlCall,
  status: number,
  action: Action<PartyOutcome>,
): Promise<ControlReply> {
  const outcome = await act(call, action);
  if (!outcome) return unknownSystem(call);
  if (outcome.ok) return { status, body: { id: outcome.id } };
  return { status: 422, body: { error: outcome.reason } };
}

function unknownSystem({ history, params }: ControlCall): ControlReply {
  const names = [...history.set.twins.keys()].join(', ');
  return {
    status: 404,
    body: { error: `${params['system']} is not served; these are: ${names}.` },
  };
}
