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

/** The paths of each endpoint: CRMOffice, PowerOffice GO v1 and v2. */
const paths = [
  ['/contacts', '/activities', '/companies', '/connect/token'],
  [
    ...['/TimeTracking/Activity', '/TimeTracking/HourType', '/Project', '/Customer', '/Supplier'],
    ...['/PartyContactPerson', '/Customer/1012/Contact', '/Project/1006/Activity'],
    ...['/ProjectActivity', '/OAuth/Token'],
  ],
  ['/v2/Projects', '/v2/ContactPersons', '/v2/ContactPersons/1012', '/OAuth/Token'],
] as const;

const anyPath = fc.constantFrom(...paths.flat(), '/', '//', '/nothing');

/** What the routes of each endpoint take: the verb, and whether an id follows the path. */
const verbs = [
  [
    ['GET', false],
    ['GET', true],
    ['POST', false],
    ['PATCH', true],
    ['DELETE', true],
  ],
  [
    ['GET', false],
    ['GET', true],
    ['POST', false],
    ['POST', false],
    ['DELETE', true],
  ],
  [
    ['GET', false],
    ['GET', true],
    ['POST', false],
    ['PATCH', true],
    ['DELETE', true],
  ],
] as const;

const anyVerb = fc.tuple(
  fc.constantFrom('GET', 'POST', 'PATCH', 'DELETE', 'PUT', 'HEAD', 'OPTIONS'),
  fc.boolean(),
);

const places = fc.nat({ max: paths.length - 1 }).chain((at) =>
  fc
    .record({
      verb: mostly(fc.constantFrom(...(verbs[at] ?? [])), anyVerb),
      path: mostly(fc.constantFrom(...(paths[at] ?? [])), anyPath),
      segment: mostly(ids, segments),
      more: mostly(fc.constant(''), segments),
    })
    .map(({ verb: [method, withId], path, segment, more }) => {
      const place = [path, ...(withId ? [segment] : []), ...(more === '' ? [] : [more])].join('/');
      return { at, method, place };
    }),
);

/** Nine times in ten the one, else the other. */
function mostly<A, B>(usual: fc.Arbitrary<A>, other: fc.Arbitrary<B>): fc.Arbitrary<A | B> {
  return fc.oneof({ weight: 9, arbitrary: usual }, { weight: 1, arbitrary: other });
}

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
  '{"givenName":"a","company":{"id":"7"}}',
  '{"id":1003,"name":"new","hourlyRate":0.5}',
  '{"id":1012,"streetAddresses":[{"id":7001}]}',
  '{"id":1015,"lastName":"new"}',
  '[{"op":"replace","path":"/Name","value":"new"}]',
  '[{"op":"add","path":"/MailAddress/City","value":"Oslo"}]',
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

/** One in five bodies goes under a type that its verb does not take. */
const otherTypes = fc.constantFrom(
  ...['application/x-www-form-urlencoded', 'multipart/form-data; boundary=b', 'text/plain', ''],
);

const calls = fc
  .record({ place: places, other: fc.option(otherTypes, { freq: 9, nil: undefined }) })
  .map(({ place, other }) => ({ ...place, type: other ?? typeFor(place.method, place.at) }));

function typeFor(method: string, at: number): string {
  if (method !== 'PATCH') return 'application/json';
  return at === 2 ? 'application/json-patch+json' : 'application/merge-patch+json';
}

/** Requests that are nearly right, and ones that are nothing of the kind. */
export const requests = fc
  .record({
    call: calls,
    query: fc.oneof({ weight: 1, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: queries }),
    body: bodies,
    authorized: fc.integer({ min: 0, max: 9 }).map((draw) => draw > 0),
    condition: fc.option(fc.constantFrom('"1"', '*', 'x'), { nil: undefined }),
  })
  .map(({ call, ...more }) => ({ ...call, ...more }));

/** A request as it was drawn. */
export type Drawn = typeof requests extends fc.Arbitrary<infer T> ? Readonly<T> : never;
