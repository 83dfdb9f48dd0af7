import type { BehaviourRow } from '../../contract/behaviour.ts';

/** Where v1 is, who may call it, and how often. */
export const accessRows: readonly BehaviourRow[] = [
  ['no-version-in-paths', 'documented', '1.1', 'Paths of v1 have no version segment.'],
  [
    'lenient-paths',
    'evidenced',
    '1.1',
    'Paths are taken in any casing, with or without a slash at the end.',
  ],
  ['doubled-slashes', 'inferred', '1.1', 'Doubled slashes in a path count as one.'],
  [
    'token-keys',
    'documented',
    '1.2',
    'POST /OAuth/Token takes application key and client key as Basic credentials, and grant_type=client_credentials.',
  ],
  [
    'token-forms',
    'documented',
    '1.2, S4',
    'The token endpoint takes a URL-encoded or a multipart form, and no JSON.',
  ],
  [
    'token-lifetime',
    'documented',
    '0, S5',
    'An access token lives for 1200 s on the newer back end and 599 s on the older one.',
  ],
  [
    'token-jwt',
    'documented',
    '1.2',
    'On the newer back end the token is a JWT with role, goActiveClientSubscriptions, goClientId, goUserId and its times; on the older one it is opaque.',
  ],
  [
    'refresh-tokens',
    'documented',
    '0, 1.2',
    'The older back end issues refresh tokens and takes the refresh grant, keys in the header or as client_id and client_secret in the form; the newer one does neither.',
  ],
  [
    'refresh-many-times',
    'assumed',
    '1.2',
    'A refresh token can be used again until it is withdrawn, and does not end by itself.',
  ],
  [
    'unknown-keys',
    'evidenced',
    '1.2, S3',
    'Unknown keys are 400 with error invalid_client, not 401.',
  ],
  [
    'dead-refresh-token',
    'evidenced',
    '1.2',
    'A refresh token that is not good is 400 with error invalid_grant.',
  ],
  [
    'token-refusals',
    'assumed',
    '1.2',
    'A token request that is no form is 400 invalid_request, another grant 400 unsupported_grant_type.',
  ],
  [
    'bearer-on-every-call',
    'documented',
    '1.3',
    'Every call carries the token as a Bearer; a missing, unknown or expired one is 401.',
  ],
  ['verbs', 'documented', '1.3', 'There are GET, POST and DELETE; updates are POSTs.'],
  ['put-refused', 'assumed', '1.3', 'PUT and every other verb is 405.'],
  [
    'privileges',
    'documented',
    '1.2, 2.1',
    'Each service has a privilege; writing needs its _Full form, reading either form; without it the call is 403.',
  ],
  [
    'void-privileges',
    'documented',
    'S6',
    'Without the TimeTracking subscription its privileges are void, listed in goInvalidPrivileges, and its endpoints 403 while Customer works.',
  ],
  [
    'privilege-of-children',
    'assumed',
    '1.2',
    'Project activities need the Project privilege and no subscription; contact persons need PartyContactPerson below every parent.',
  ],
  [
    'rate-limit',
    'documented',
    '1.7, S29',
    '50 requests a second for each application key, over all its client companies; above it 429.',
  ],
  [
    'rate-limit-shape',
    'assumed',
    '1.7',
    'The limit is a token bucket of that size; token requests and calls without a good token do not count.',
  ],
];
