import type { BehaviourRow } from '../../contract/behaviour.ts';

/** What answers of v1 look like. */
export const envelopeRows: readonly BehaviourRow[] = [
  [
    'envelope-one',
    'documented',
    '1.4',
    'One record is 200 with data, an object, and success true.',
  ],
  [
    'envelope-list',
    'documented',
    '1.4, S12',
    'A list is 200 with data, an array, success true, and count: the rows after the filter, before skip and top.',
  ],
  [
    'envelope-write',
    'documented',
    '1.4, S24',
    'Create and update are both 200 with the whole saved record.',
  ],
  [
    'envelope-delete',
    'documented',
    '1.4, S24',
    'A delete is 200 with success true and nothing else.',
  ],
  [
    'failure-is-200',
    'documented',
    '1.4, S1',
    'A failure of business is 200 with success false, validation, and no data.',
  ],
  [
    'validation-members',
    'documented',
    '1.4',
    'validation has errorLogReference, summary, exception and fields; what is null is left out.',
  ],
  [
    'error-log-reference',
    'inferred',
    '1.4',
    'errorLogReference is eleven base-36 characters, a hyphen, and month to second.',
  ],
  [
    'glued-messages',
    'documented',
    '1.4, S26',
    'Several messages are one summary with nothing between, exception AggregatedValidation.',
  ],
  [
    'unique-constraint-kind',
    'documented',
    '1.4, 1.9',
    'A taken unique value has exception ApiUniqueConstraint.',
  ],
  [
    'exception-kinds',
    'assumed',
    '1.4',
    'Single refusals are named ApiFieldValidation, NotFound or ApiBusinessRule; only OData, AggregatedValidation and ApiUniqueConstraint are documented names.',
  ],
  [
    'problem-in-data',
    'documented',
    '0, S2',
    'On the newer back end a failed parameter binding is success true with an RFC 9110 problem as data.',
  ],
  [
    'binding-failures',
    'assumed',
    'S2',
    'Such failures are an id in a path that is no whole number, and an empty query option; their status is 200. On the older back end the first is the usual refusal, and the second counts as not sent.',
  ],
  [
    'error-bodies',
    'assumed',
    '1.5, S34',
    '401, 403, 404, 405, 415, 429 and 5xx carry the usual envelope with success false as JSON; a 429 has no Retry-After.',
  ],
  ['unknown-route', 'documented', '1.5', 'An unknown route is 404.'],
  [
    'not-found-is-refusal',
    'assumed',
    '1.5, 6',
    'An id that does not exist, or not below that parent, is 200 with success false, for reads, updates and deletes alike.',
  ],
  [
    'malformed-body',
    'assumed',
    '1.5',
    'A body that is no JSON object is 400; one that is not sent as JSON is 415.',
  ],
];
