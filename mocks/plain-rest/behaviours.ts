import type { BehaviourRow } from '../contract/behaviour.ts';

/** Every choice of the plain REST dialect: none of it is publicly known of any system that speaks it here. */
export const plainRestRows: readonly BehaviourRow[] = [
  [
    'token-client-credentials',
    'assumed',
    '4.2',
    'POST /connect/token takes a form with grant_type=client_credentials, client_id and client_secret; tokens live for 3600 s and are not refreshed.',
  ],
  [
    'token-errors',
    'assumed',
    '4.2',
    'A wrong client is 400 invalid_client, a wrong grant 400 unsupported_grant_type, a body that is no form 415.',
  ],
  [
    'error-format',
    'assumed',
    '4.2',
    'Errors are RFC 9457 application/problem+json; 401 for any bad token.',
  ],
  [
    'collection-routes',
    'assumed',
    '4.2',
    'A collection is named after its entity in lower case, everything but letters and digits written as "-"; paths are taken as they are written.',
  ],
  [
    'list-envelope',
    'assumed',
    '4.2',
    'A list is {items, total, next}: 100 records a page unless limit says otherwise (at most 500), ordered by id, next an absolute URL with an opaque cursor.',
  ],
  [
    'list-filters',
    'assumed',
    '4.2',
    'modifiedSince is inclusive and wants a zone; any property can be asked for by equality; an unknown query parameter is 400.',
  ],
  [
    'create-answer',
    'assumed',
    '4.2',
    'POST creates: 201 with Location, ETag and the whole record.',
  ],
  [
    'update-merge-patch',
    'assumed',
    '4.2',
    'PATCH with application/merge-patch+json (RFC 7396) updates: null empties, absent leaves alone; 200 with the whole record.',
  ],
  ['conditional-writes', 'assumed', '4.2', 'If-Match is optional; a stale one is 412.'],
  [
    'delete-answer',
    'assumed',
    '4.2',
    'DELETE is 204 and leaves nothing behind; afterwards the record is 404.',
  ],
  [
    'validation-errors',
    'assumed',
    '4.2',
    'A body that does not fit is 422 with errors by property, unknown and read-only properties included; a taken unique value is 409; a body that is no JSON object is 400.',
  ],
  [
    'record-form',
    'assumed',
    '4.2',
    'Dotted names are nested objects, empty properties are left out, an empty text is stored as empty.',
  ],
  ['record-identity', 'assumed', '4.2', 'Ids are strings of digits, ascending, never used again.'],
  [
    'record-times',
    'assumed',
    '4.2',
    'createdAt and modifiedAt are ISO 8601 UTC with milliseconds; modifiedAt moves at every real change of any property and at no other write.',
  ],
  [
    'references-unchecked',
    'assumed',
    '4.2',
    'A reference to another record is a text like any other: not checked, and left alone when that record is deleted.',
  ],
  ['throttling', 'assumed', '4.2', 'No rate limit of its own; a 429 says Retry-After in seconds.'],
];
