import type { Observation } from '../conformance-case.ts';
import { ending, refusal, refused } from '../envelope.ts';
import type { Made, OfficeSession } from '../office-session.ts';
import { activities, makeActivity, makePerson, type OfficeCase } from './records.ts';

/** Which of two activities, `a` and `B`, a filter lets through; `%` stands for the name of both before its last letter. */
async function through(session: OfficeSession, filter: string): Promise<Observation> {
  const name = session.system.names();
  const made: Made[] = [];
  for (const [letter, activityType] of [
    ['a', 100],
    ['B', 200],
  ] as const) {
    const both = `${name}${letter}`;
    made.push(await makeActivity(session, { activityType, code: both, name: both, hourlyRate: 7 }));
  }
  const changed = String(made[0]?.data['lastChanged']).slice(0, 19);
  const asked = filter.replaceAll('%', name).replaceAll('#', changed);
  const answer = await session.list(activities, {
    $filter: `(${asked}) and startswith(Code, '${name}') eq true`,
  });
  const letters = answer.rows.map(({ code }) => String(code).slice(name.length)).sort();
  return answer.success ? letters.join('') : refusal(answer);
}

type Filtering = readonly [
  rows: OfficeCase['rows'],
  behaviour: string,
  filter: string,
  expected: Observation,
];

const odata = { ...refused, exception: 'OData' };

const filterings: readonly Filtering[] = [
  [['1.6 operators'], 'filter-operators', 'ActivityType eq 100', 'a'],
  [['1.6 operators'], 'filter-operators', 'ActivityType ne 100', 'B'],
  [['1.6 operators'], 'filter-operators', 'ActivityType gt 100 and ActivityType le 200', 'B'],
  [['1.6 operators'], 'filter-operators', 'not (ActivityType ge 200) or ActivityType lt 0', 'a'],
  [
    ['1.6 operators', '1.6 outer parentheses'],
    'filter-operators',
    "((ActivityType eq 100) or ((Code eq '%B')))",
    'Ba',
  ],
  [['1.6 functions'], 'filter-functions', "tolower(Name) eq tolower('%b')", 'B'],
  [['1.6 functions'], 'filter-functions', "startswith(toupper(Code), toupper('%A')) eq true", 'a'],
  [['1.6 functions'], 'filter-functions', "endswith(Code, 'a') eq true", odata],
  [['1.6 property names', 'S7'], 'pascal-names', "Code eq '%a'", 'a'],
  [['1.6 property names', 'S7'], 'pascal-names', "code eq '%a'", odata],
  [['1.6 string compare'], 'case-sensitive-texts', "Code eq '%A' or Code eq '%b'", ''],
  [['1.6 filterable'], 'filter-operators', 'HourlyRate eq 7 and IsActive eq true', 'Ba'],
  [['1.6 number literal'], 'literal-forms', "ActivityType eq 100 and Code eq '%a'", 'a'],
  [['1.6 number literal'], 'literal-forms', 'Code eq 902', odata],
  [
    ['1.6 offset literal', 'S8'],
    'literal-prefix-casing',
    "LastChanged ge datetimeoffset'1970-01-01'",
    'Ba',
  ],
  [
    ['1.6 offset literal', 'S8'],
    'zone-less-is-utc',
    "LastChanged ge DateTimeOffset'#' and LastChanged ge DateTimeOffset'#Z'",
    'Ba',
  ],
  [['1.6 offset literal', 'S9'], 'plus-is-space', "LastChanged ge DateTimeOffset'#+00:00'", 'Ba'],
  [['1.6 stamps', 'S8'], 'date-literals', "LastChanged ge DateTimeOffset'2015-11-26'", 'Ba'],
  [['1.6 stamps', 'S8'], 'literal-forms', "LastChanged ge DateTime'2015-11-26'", odata],
  [['1.6 bare ISO literals'], 'literal-forms', 'LastChanged ge 2015-11-26T00:00:00Z', odata],
];

/** Filters of v1 (`apis.md 1.6`). */
export const filterCases: readonly OfficeCase[] = [
  ...filterings.map(
    ([rows, behaviour, filter, expected]): OfficeCase => ({
      rows,
      behaviour: `poweroffice-go/${behaviour}`,
      title: `Filter ${filter}`,
      writes: true,
      run: (session) => through(session, filter),
      expected,
    }),
  ),
  {
    rows: ['1.6 outer parentheses'],
    behaviour: 'poweroffice-go/bare-filters',
    title: 'A filter goes with and without outer parentheses',
    run: async (session) => [
      ending(await session.list(activities, { $filter: "(Code eq 'none')" })),
      ending(await session.list(activities, { $filter: "Code eq 'none'" })),
      ending(await session.list(activities, { $filter: "(Code eq 'a') and (Code eq 'b')" })),
    ],
    expected: [
      { status: 200, success: true },
      { status: 200, success: true },
      { status: 200, success: true },
    ],
  },
  {
    rows: ['1.6 string literal'],
    behaviour: 'poweroffice-go/doubled-quotes',
    title: 'A quote in a text is doubled',
    writes: true,
    run: async (session) => {
      const name = `${session.system.names()} d'Or`;
      await makeActivity(session, { name });
      const $filter = `Name eq '${name.replaceAll("'", "''")}'`;
      return (await session.list(activities, { $filter })).rows.length;
    },
    expected: 1,
  },
  {
    rows: ['1.6 date literal', 'S8'],
    behaviour: 'poweroffice-go/date-literals',
    title: "A date compares with DateTime'...', in any casing",
    writes: true,
    run: async (session) => {
      const { parent } = await makePerson(session, { dateOfBirth: '1990-05-17' });
      const born = async (literal: string): Promise<number> => {
        const $filter = `DateOfBirth eq ${literal}`;
        return (await session.list(`${parent.path}/Contact`, { $filter })).rows.length;
      };
      return [await born("DateTime'1990-05-17'"), await born("datetime'1990-05-18'")];
    },
    expected: [1, 0],
  },
  {
    rows: ['S9', '1.6 encoding'],
    behaviour: 'poweroffice-go/plus-is-space',
    title: 'A plus that is not encoded breaks an offset',
    run: async (session) => {
      const filter = "LastChanged%20ge%20DateTimeOffset'2020-01-01T00:00:00+00:00'";
      return refusal(await session.get(`${activities}?$filter=${filter}`));
    },
    expected: odata,
  },
  {
    rows: ['1.7 incremental pull'],
    behaviour: 'poweroffice-go/date-literals',
    title: 'A pull from the stamp of a record on finds that record again',
    writes: true,
    run: async (session) => {
      const { id, data } = await makeActivity(session);
      const stamp = String(data['lastChanged']).slice(0, 19);
      const $filter = `LastChanged ge DateTimeOffset'${stamp}'`;
      const { rows } = await session.list(activities, { $filter });
      return rows.some((row) => row['id'] === id);
    },
    expected: true,
  },
];
