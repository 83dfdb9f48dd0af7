import { describe, expect, test } from 'vitest';
import { openOffice, type TestOffice } from '../test-office.ts';

const path = '/TimeTracking/Activity';

/** Five activities at 12:00:00, :10, :20, :30 and :40, ids from 1003. */
async function furnished(): Promise<TestOffice> {
  const office = await openOffice();
  const rows = [
    { code: '902', name: "O'Brien", hourlyRate: 10 },
    { code: 'b', name: 'anna', isActive: false },
    { code: 'c', name: 'Anna', hourlyRate: 10.5 },
    { code: 'd', name: 'Åse+æ', activityType: 100 },
    { code: 'e', name: 'anna' },
  ];
  for (const row of rows) {
    await office.post(path, { activityType: 200, ...row });
    office.bench.advance(10_000);
  }
  return office;
}

async function found(office: TestOffice, filter: string): Promise<unknown> {
  const { data, validation } = await office.filtered(path, filter);
  return validation?.exception ?? data?.map(({ id }) => Number(id) - 1002).sort();
}

describe('$filter (apis.md 1.6)', () => {
  test.each([
    ["Code eq '902'", [1]],
    ["(Code eq '902')", [1]],
    ["Name eq 'O''Brien'", [1]],
    ["Name eq 'anna'", [2, 5]],
    ["tolower(Name) eq 'anna'", [2, 3, 5]],
    ["toupper(Name) eq 'ANNA'", [2, 3, 5]],
    ["startswith(Name, 'Åse+') eq true", [4]],
    ["startswith(tolower(Name),'an')", [2, 3, 5]],
    ["(Name eq 'anna') and (Code eq 'e')", [5]],
    ["Code eq 'b' or Code eq 'c' and Name eq 'nobody'", [2]],
    ["(Code eq 'b' or Code eq 'c') and not (Name eq 'anna')", [3]],
    ['HourlyRate gt 10', [3]],
    ['HourlyRate ge 10', [1, 3]],
    ['HourlyRate ne 10', [2, 3, 4, 5]],
    ['HourlyRate eq null', [2, 4, 5]],
    ['IsActive eq false', [2]],
    ['ActivityType lt 200', [4]],
    ['Id le 1004', [1, 2]],
    ['Id eq 1004', [2]],
    ['Id gt 1006', [5]],
    ["LastChanged ge DateTimeOffset'2026-01-01T12:00:30'", [4, 5]],
    ["LastChanged gt datetimeoffset'2026-01-01T12:00:30Z'", [5]],
    ["LastChanged eq DateTimeOffset'2026-01-01T13:00:30+01:00'", [4]],
    ["LastChanged lt DATETIMEOFFSET'2026-01-01T12:00:10.500'", [1, 2]],
    ["LastChanged ge datetimeoffset'1970-01-01'", [1, 2, 3, 4, 5]],
    ["LastChanged ge DateTimeOffset'2026-01-01T12:00:30' and Name eq 'anna'", [5]],
  ])('%s finds rows %j', async (filter, rows) => {
    expect(await found(await furnished(), filter)).toEqual(rows);
  });

  test.each([
    "code eq '902'",
    "Nope eq '902'",
    'Code eq 902',
    "HourlyRate eq '10'",
    "LastChanged ge '2026-01-01'",
    "LastChanged ge DateTime'2026-01-01'",
    'LastChanged ge 2026-01-01T00:00:00Z',
    "LastChanged ge DateTimeOffset'2026-01-01T12:00:30 +00:00'",
    "LastChanged ge DateTimeOffset'2026-13-01'",
    "contains(Name,'a')",
    'IsActive gt false',
    "Name EQ 'anna'",
    "Name eq 'anna",
    "(Name eq 'anna'",
    "Name eq 'anna')",
    'Name',
    "'a'",
    'Name eq',
    ' ',
    'tolower() eq 1',
  ])('S7, S8: %j is a 200 with success false, exception OData', async (filter) => {
    const { filtered, bench } = await openOffice();
    const refused = await filtered(path, filter);
    expect(refused).toMatchObject({
      status: 200,
      success: false,
      validation: { exception: 'OData' },
    });
    expect(bench.defects).toEqual([]);
  });

  test('a filter nested too deeply is refused, never a crash', async () => {
    const { filtered, bench } = await openOffice();
    const deep = `${'('.repeat(5000)}IsActive${')'.repeat(5000)}`;
    expect((await filtered(path, deep)).validation?.exception).toBe('OData');
    expect(bench.defects).toEqual([]);
  });

  test('S9: the plus of an unencoded offset arrives as a space, and fails', async () => {
    const { get } = await openOffice();
    const literal = "DateTimeOffset'2026-01-01T12:00:30+01:00'";
    const refused = await get(`${path}?$filter=LastChanged%20ge%20${literal}`);
    expect(refused.validation?.exception).toBe('OData');
  });

  test('dates compare with DateTime literals, nested properties by their path', async () => {
    const { post, filtered } = await openOffice();
    await post('/Customer', { name: 'A', since: '2026-03-01', mailAddress: { city: 'Bø' } });
    for (const filter of ["Since ge datetime'2026-03-01'", "MailAddress/City eq 'Bø'"]) {
      expect((await filtered('/Customer', filter)).count).toBe(1);
    }
    const asStamp = await filtered('/Customer', "Since ge DateTimeOffset'2026-03-01'");
    expect(asStamp.validation?.exception).toBe('OData');
  });
});

describe('order and pages', () => {
  const names = ({ data }: { data?: readonly unknown[] }): unknown =>
    data?.map((row) => (row as { code: string }).code).join('');

  test('S12: count is the number after the filter, data the page', async () => {
    const { get } = await furnished();
    const page = await get(`${path}?$filter=Name%20eq%20'anna'&$orderby=Code&$skip=1&$top=1`);
    expect([page.count, names(page)]).toEqual([2, 'e']);
    expect(await get(`${path}?$orderby=Code&$skip=9&$top=5`)).toMatchObject({ count: 5, data: [] });
  });

  test('several keys are separated by a comma, each with its direction', async () => {
    const { get } = await furnished();
    const order = encodeURIComponent('Name desc,Code desc');
    expect(names(await get(`${path}?%24orderby=${order}`))).toBe('deb902c');
  });

  test('options go with and without their $', async () => {
    const { get } = await furnished();
    expect(names(await get(`${path}?orderby=Code&skip=1&top=2`))).toBe('bc');
  });

  test('S11: without an order rows come in another order every time', async () => {
    const { get } = await furnished();
    const orders = new Set<unknown>();
    for (let round = 0; round < 10; round++) orders.add(names(await get(path)));
    expect(orders.size).toBeGreaterThan(3);
  });

  test('S11: what an order leaves open is left to chance as well', async () => {
    const { get } = await furnished();
    const query = `${path}?$filter=Name%20eq%20'anna'&$orderby=Name`;
    const orders = new Set<unknown>();
    for (let round = 0; round < 20; round++) orders.add(names(await get(query)));
    expect([...orders].sort()).toEqual(['be', 'eb']);
  });

  test('S11: $skip without $top and $orderby is refused (assumed)', async () => {
    const { get } = await furnished();
    for (const query of ['$skip=1', '$skip=1&$top=1', '$skip=0&$orderby=Code']) {
      expect((await get(`${path}?${query}`)).validation?.exception).toBe('OData');
    }
    expect((await get(`${path}?$top=2`)).data).toHaveLength(2);
  });

  test('orders and numbers that make no sense are refused, unknown parameters ignored', async () => {
    const { get } = await furnished();
    for (const query of ['$orderby=nope', '$orderby=Code%20up', '$top=x', '$top=-1']) {
      expect((await get(`${path}?${query}`)).validation?.exception).toBe('OData');
    }
    expect((await get(`${path}?options=1&organizationNo=2`)).count).toBe(5);
  });
});
