import type { Assumption } from '../system-contract.ts';

const choices: Readonly<Record<string, string>> = {
  'token-client-credentials':
    'POST /connect/token takes a form with grant_type=client_credentials, client_id and client_secret; tokens live for 3600 s and are not refreshed.',
  'token-errors':
    'A wrong client is 400 invalid_client, a wrong grant 400 unsupported_grant_type, a body that is no form 415.',
  'error-format': 'Errors are RFC 9457 application/problem+json; 401 for any bad token.',
  'collection-routes':
    'A collection is named after its entity in lower case, everything but letters written as "-".',
  'list-envelope':
    'A list is {items, total, next}: 100 records a page unless limit says otherwise (at most 500), ordered by id, next an absolute URL with an opaque cursor.',
  'list-filters':
    'modifiedSince is inclusive and wants a zone; any property can be asked for by equality; an unknown query parameter is 400.',
  'create-answer': 'POST creates: 201 with Location, ETag and the whole record.',
  'update-merge-patch':
    'PATCH with application/merge-patch+json (RFC 7396) updates: null empties, absent leaves alone; 200 with the whole record.',
  'conditional-writes': 'If-Match is optional; a stale one is 412.',
  'delete-answer': 'DELETE is 204 and leaves nothing behind; afterwards the record is 404.',
  'validation-errors':
    'A body that does not fit is 422 with errors by property, unknown and read-only properties included; a taken unique value is 409; a body that is no JSON object is 400.',
  'record-form':
    'Dotted names are nested objects, empty properties are left out, an empty text is stored as empty.',
  'record-identity': 'Ids are strings of digits, ascending, never used again.',
  'record-times':
    'createdAt and modifiedAt are ISO 8601 UTC with milliseconds; modifiedAt moves at every real change of any property and at no other write.',
  'references-unchecked':
    'A reference to another record is a text like any other: not checked, and left alone when that record is deleted.',
  throttling: 'No rate limit of its own; a 429 says Retry-After in seconds.',
};

/** Every choice of the plain REST dialect, with ids of the system that is given it. */
export function plainRestAssumptions(prefix: string): readonly Assumption[] {
  return Object.entries(choices).map(([id, text]) => ({ id: `${prefix}/${id}`, text }));
}
