import fc from 'fast-check';

const ids = fc.constantFrom(
  '1001',
  '1003',
  '1004',
  '1006',
  '1012',
  '1015',
  '900001',
  '0',
  '-1',
  'x',
);
const words = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom('%', '..', '%2e%2e', '𝕏', '\0'),
);

const segments = fc.oneof(
  { weight: 3, arbitrary: ids },
  { weight: 1, arbitrary: words.map(encodeURIComponent) },
);

const places = fc
  .tuple(
    fc.constantFrom(
      ...['/TimeTracking/Activity', '/Project', '/Customer', '/Supplier', '/PartyContactPerson'],
      ...['/Customer/1012/Contact', '/Project/1006/Activity', '/ProjectActivity', '/OAuth/Token'],
      ...[
        '/TimeTracking/HourType',
        '/v2/Projects',
        '/v2/ContactPersons',
        '/v2/ContactPersons/1012',
      ],
      ...['/contacts', '/activities', '/companies', '/connect/token', '/', '//', '/nothing'],
    ),
    fc.array(segments, { maxLength: 2 }),
  )
  .map(([path, more]) => [path, ...more].join('/'));

const filters = fc.constantFrom(
  ...[
    "Code eq 'a'",
    "not (Name ne 'a')",
    "LastChanged ge DateTimeOffset'2026-01-01'",
    'Id gt 1003',
  ],
  ...[
    '(((',
    "startswith(tolower(Name),'a')",
    'IsActive',
    "Code eq 'a' or",
    'HourlyRate lt 1e9',
    '',
  ],
);

const queries = fc.array(
  fc.tuple(
    fc.constantFrom(
      ...['$filter', 'filter', '$orderby', '$top', '$skip', 'limit', 'cursor', 'modifiedSince'],
      ...[
        'PageSize',
        'PageNumber',
        'OrderBy',
        'Fields',
        'contactIds',
        'subject',
        'subscription-key',
      ],
    ),
    fc.oneof(
      filters,
      words,
      fc.constantFrom(
        '1',
        '-1',
        '2026-01-01T00:00:00Z',
        'Name desc,Code',
        'LastChanged desc',
        'Name',
      ),
    ),
  ),
  { maxLength: 4 },
);

const values = fc.oneof(
  words,
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom<unknown>(null, true, 0, -1, 1e308, 1012, '2026-01-01', 'Oslo', 200, [], [{}]),
);

const names = fc.constantFrom(
  ...[
    'id',
    'code',
    'name',
    'activityType',
    'activityCode',
    'streetAddresses',
    'firstName',
    'gender',
  ],
  ...[
    'lastName',
    'hourlyRate',
    'mailAddress',
    'parentProjectCode',
    'givenName',
    'subject',
    'company',
  ],
  ...['Name', 'Status', 'CustomerId', 'MailAddress', 'ExternalCode', 'customerCode', '__proto__'],
);

const fitting = fc.constantFrom(
  '{"activityType":200,"code":"a","name":"a"}',
  '{"name":"a","streetAddresses":[{"city":"Oslo"}]}',
  '{"firstName":"a","lastName":"b"}',
  '{"activityCode":"a"}',
  '{"subject":"a"}',
);

const bodies = fc.oneof(
  fitting,
  fc
    .array(fc.tuple(names, values), { maxLength: 4 })
    .map((pairs) => JSON.stringify(Object.fromEntries(pairs))),
  fc
    .array(fc.tuple(fc.constantFrom('add', 'remove', 'move'), names, values), { maxLength: 3 })
    .map((steps) =>
      JSON.stringify(steps.map(([op, name, value]) => ({ op, path: `/${name}`, value }))),
    ),
  fc.constantFrom('', '{', '[]', 'null', 'grant_type=client_credentials', `${'['.repeat(3000)}`),
);

const types = fc.constantFrom(
  ...['application/json', 'application/merge-patch+json', 'application/json-patch+json'],
  ...['application/x-www-form-urlencoded', 'multipart/form-data; boundary=b', 'text/plain', ''],
);

/** Requests that are nearly right, and ones that are nothing of the kind. */
export const requests = fc.record({
  /** Which of the three endpoints it is sent to. */
  at: fc.nat({ max: 2 }),
  method: fc.constantFrom(
    'GET',
    'GET',
    'POST',
    'POST',
    'PATCH',
    'DELETE',
    'PUT',
    'HEAD',
    'OPTIONS',
  ),
  place: places,
  query: queries,
  body: bodies,
  type: types,
  authorized: fc.integer({ max: 9, min: 0 }).map((draw) => draw > 0),
  condition: fc.option(fc.constantFrom('"1"', '*', 'x'), { nil: undefined }),
});

/** A request as it was drawn. */
export type Drawn = typeof requests extends fc.Arbitrary<infer T> ? Readonly<T> : never;
