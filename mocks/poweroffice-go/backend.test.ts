import { describe, expect, test } from 'vitest';
import { openOffice } from './test-office.ts';

const path = '/TimeTracking/Activity';
const old = { backend: 'netfx' } as const;

async function furnished(setting = {}) {
  const office = await openOffice(setting);
  for (const [code, name] of [
    ['a', 'Y'],
    ['b', 'X'],
    ['c', 'X'],
  ]) {
    await office.post(path, { activityType: 200, code, name, hourlyRate: 0 });
  }
  const codes = async (query: string) => {
    const { data } = await office.get(`${path}?${query}`);
    return Array.isArray(data) ? data.map((row) => row['code']).join('') : data;
  };
  return { ...office, codes };
}

describe('the two back ends (apis.md 0)', () => {
  test('several keys of an order: a space will do for the older one, the newer one wants a comma', async () => {
    const spaced = '$orderby=Name%20asc%20Code%20desc';
    expect(await (await furnished(old)).codes(spaced)).toBe('cba');
    expect(await (await furnished(old)).codes('$orderby=Name,Code%20desc')).toBe('cba');
    const refused = await (await furnished()).get(`${path}?${spaced}`);
    expect(refused.validation?.exception).toBe('OData');
  });

  test('S33: a zero is 0.0 on the older one and 0 on the newer one', async () => {
    const textOf = async (setting = {}) =>
      (await (await furnished(setting)).call(`${path}/1003`)).text;
    expect(await textOf(old)).toContain('"hourlyRate":0.0,');
    expect(await textOf()).toContain('"hourlyRate":0,');
  });

  test('S2: a binding that fails is a problem inside data with success true, a refusal on the older one', async () => {
    for (const url of [`${path}/abc`, '/Project/x/Activity']) {
      const answer = await (await openOffice()).get(url);
      expect(answer).toMatchObject({
        ...{ status: 200, success: true },
        data: { status: 400, errors: expect.any(Object), traceId: expect.any(String) },
      });
      expect((await (await openOffice(old)).get(url)).success).toBe(false);
    }
  });

  test('an empty query option is required on the newer one and nothing on the older one', async () => {
    const query = `${path}?$filter=&$orderby=`;
    expect((await (await furnished()).get(query)).data).toMatchObject({ status: 400 });
    expect(await (await furnished(old)).get(query)).toMatchObject({ success: true, count: 3 });
  });

  test('1.6: options without their $ are unknown to the older one', async () => {
    expect(await (await furnished()).codes('orderby=Code&skip=1&top=1')).toBe('b');
    expect(((await (await furnished(old)).codes('orderby=Code&top=1')) as string).length).toBe(3);
  });
});

describe('reading (apis.md 1.7)', () => {
  test('S14: reads are as far behind as the replica is, get-one and search included', async () => {
    const { bench, get, filtered, post } = await furnished({ replicaLag: 1000 });
    expect(await get(path)).toMatchObject({ count: 0, data: [] });
    expect((await get(`${path}/1003`)).success).toBe(false);
    expect((await filtered(path, "Code eq 'a'")).count).toBe(0);
    bench.advance(1000);
    expect((await get(path)).count).toBe(3);
    const saved = await post(path, { id: 1003, name: 'New' });
    expect(saved.data).toMatchObject({ name: 'New' });
    expect((await get(`${path}/1003`)).data).toMatchObject({ name: 'Y' });
    expect((await filtered(path, "Name eq 'New'")).count).toBe(0);
    bench.advance(1000);
    expect((await get(`${path}/1003`)).data).toMatchObject({ name: 'New' });
  });

  test('S15: more rows than the ceiling are a failure, not a cut list; a page below it is served', async () => {
    const { get } = await furnished({ ceilings: { Timetrackingactivity: 2 } });
    expect(await get(path)).toMatchObject({ status: 200, success: false });
    expect(await get(`${path}?$top=2`)).toMatchObject({ success: true, count: 3 });
  });

  test('the latest changes are found by order alone, ties in no order', async () => {
    const { bench, codes, post } = await furnished();
    bench.advance(1000);
    await post(path, { id: 1003, name: 'Z' });
    expect(await codes('$orderby=LastChanged%20desc&$top=1')).toBe('a');
    expect(await codes('$orderby=LastChanged&$skip=2&$top=1')).toBe('a');
    const ties = new Set<unknown>();
    for (let round = 0; round < 20; round++) ties.add(await codes('$orderby=LastChanged&$top=1'));
    expect([...ties].sort()).toEqual(['b', 'c']);
  });
});
