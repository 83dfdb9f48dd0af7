import { describe, expect, test } from 'vitest';
import { type Bench, createBench, type Reply, type Sending } from '../../bench.ts';

const base = 'https://goapi.poweroffice-go.test';

async function openV2(bench: Bench = createBench(1, { v2RequestsPerSecond: 1000 })) {
  const { applicationKey, clientKey, subscriptionKey = '' } = bench.office.credentials;
  const key = { 'ocp-apim-subscription-key': subscriptionKey };
  const call = async (path: string, sending: Sending = {}): Promise<Reply> => {
    const { method = 'GET', json, body, headers = {} } = sending;
    const sent = json === undefined ? body : JSON.stringify(json);
    const response = await bench.fetch(`${base}${path}`, {
      method,
      headers: { ...key, ...(json === undefined ? {} : type('application/json')), ...headers },
      ...(sent === undefined ? {} : { body: sent }),
    });
    const text = await response.text();
    const parsed: unknown = text === '' ? undefined : JSON.parse(text);
    return { status: response.status, headers: response.headers, text, body: parsed };
  };
  const token = await call('/OAuth/Token', {
    method: 'POST',
    headers: {
      authorization: `Basic ${btoa(`${applicationKey}:${clientKey}`)}`,
      ...type('application/x-www-form-urlencoded'),
    },
    body: 'grant_type=client_credentials',
  });
  const authorization = `Bearer ${(token.body as { access_token: string }).access_token}`;
  const ask = (path: string, sending: Sending = {}) =>
    call(`/v2${path}`, { ...sending, headers: { authorization, ...sending.headers } });
  const patch = (path: string, operations: unknown) =>
    ask(path, {
      method: 'PATCH',
      body: JSON.stringify(operations),
      headers: type('application/json-patch+json'),
    });
  const post = (path: string, json: unknown) => ask(path, { method: 'POST', json });
  return { bench, call, ask, post, patch };
}

const type = (text: string) => ({ 'content-type': text });
const kari = { FirstName: 'Kari', LastName: 'Bø', MailAddress: { City: 'Oslo' } };

/** A customer 1012 and two contact persons, 1015 and 1016. */
async function furnished() {
  const v2 = await openV2();
  await v2.bench.office.party.create('Customer', { name: 'A' });
  await v2.post('/ContactPersons/1012', kari);
  v2.bench.advance(10_000);
  await v2.post('/ContactPersons/1012', { ...kari, FirstName: 'Ola' });
  return v2;
}

describe('the gateway (apis.md 3)', () => {
  test('wants a subscription key on token and API calls, in the header or the query', async () => {
    const { call, bench } = await openV2();
    const none = { 'ocp-apim-subscription-key': '' };
    expect((await call('/OAuth/Token', { method: 'POST', headers: none })).status).toBe(401);
    expect((await call('/v2/Projects', { headers: none })).body).toMatchObject({
      statusCode: '401',
    });
    const inQuery = `/v2/Projects?subscription-key=${bench.office.credentials['subscriptionKey']}`;
    const asked = await bench.fetch(`${base}${inQuery}`);
    expect(await asked.json()).toMatchObject({ Status: 401, Title: 'Unauthorized' });
  });

  test('S29: lets 10 requests a second through for each key', async () => {
    const { ask, bench } = await openV2(createBench());
    for (let call = 0; call < 9; call++) expect((await ask('/Projects')).status).toBe(204);
    const refused = await ask('/Projects');
    expect(refused.body).toEqual({
      statusCode: '429',
      message: expect.stringMatching(/\d+ seconds/),
    });
    bench.advance(100);
    expect((await ask('/Projects')).status).toBe(204);
  });
});

describe('contact persons', () => {
  test('S30: a list is a bare array in PascalCase, and 204 without a body where it is empty', async () => {
    const { ask } = await furnished();
    const list = await ask('/ContactPersons');
    expect(list.body).toMatchObject([
      { Id: 1015, ContactId: 1012, ...kari, LastChangedDateTimeOffset: '2026-01-01T12:00:00.000Z' },
      { FirstName: 'Ola' },
    ]);
    const none = await ask('/ContactPersons?contactIds=5');
    expect([none.status, none.text]).toEqual([204, '']);
  });

  test('a create is 201 and needs both names and a party', async () => {
    const { post } = await furnished();
    expect((await post('/ContactPersons/1012', kari)).status).toBe(201);
    const nameless = await post('/ContactPersons/1012', { FirstName: 'x' });
    expect(nameless).toMatchObject({ status: 400, body: { Title: 'Bad Request', Status: 400 } });
    expect(nameless.headers.get('content-type')).toBe('application/problem+json');
    expect((await post('/ContactPersons/9', kari)).status).toBe(404);
  });

  test('an update is JSON Patch, answered with the record; other bodies are 400, other types 415', async () => {
    const { ask, patch } = await furnished();
    const path = '/ContactPersons/1012/1015';
    const patched = await patch(path, [
      { op: 'replace', path: '/FirstName', value: 'Åse' },
      { op: 'add', path: '/MailAddress/ZipCode', value: '0150' },
      { op: 'remove', path: '/MailAddress/City' },
    ]);
    expect(patched.body).toMatchObject({ FirstName: 'Åse', MailAddress: { ZipCode: '0150' } });
    expect(patched.text).not.toContain('City');
    expect((await patch(path, { FirstName: 'x' })).status).toBe(400);
    expect((await patch(path, [{ op: 'move', path: '/a', from: '/b' }])).status).toBe(400);
    expect((await ask(path, { method: 'PATCH', json: [] })).status).toBe(415);
    expect((await patch('/ContactPersons/5/1015', [])).status).toBe(404);
  });

  test('ExternalCode is unique here; a delete is 200, and what is in use is 409', async () => {
    const { ask, patch, bench } = await furnished();
    const code = [{ op: 'add', path: '/ExternalCode', value: 'X' }];
    expect((await patch('/ContactPersons/1012/1015', code)).status).toBe(200);
    expect((await patch('/ContactPersons/1012/1015', code)).status).toBe(200);
    expect((await patch('/ContactPersons/1012/1016', code)).status).toBe(409);
    await bench.office.party.create('Project', { name: 'P', contactPersonId: 1016 });
    const remove = (id: number) => ask(`/ContactPersons/1012/${id}`, { method: 'DELETE' });
    expect((await remove(1016)).status).toBe(409);
    expect((await remove(1015)).status).toBe(200);
    expect((await remove(1015)).status).toBe(404);
  });
});

describe('lists', () => {
  test('come in pages with the next one in X-Pagination', async () => {
    const { ask } = await furnished();
    const query = '/ContactPersons?PageSize=1&OrderBy=FirstName%20desc&Fields=FirstName';
    const first = await ask(query);
    expect(first.body).toEqual([{ FirstName: 'Ola' }]);
    const { nextPageLink } = JSON.parse(first.headers.get('x-pagination') ?? '');
    const second = await ask(nextPageLink.slice(`${base}/v2`.length));
    expect(second.body).toEqual([{ FirstName: 'Kari' }]);
    expect(JSON.parse(second.headers.get('x-pagination') ?? '')).toEqual({ nextPageLink: null });
    expect((await ask(`${query}&PageNumber=3`)).status).toBe(204);
    expect((await ask('/ContactPersons?resourceParameter[PageSize]=1')).body).toHaveLength(1);
  });

  test('are narrowed by their time of change, exclusively', async () => {
    const { ask } = await furnished();
    const since = (time: string) => `/ContactPersons?lastChangedDateTimeOffsetGreaterThan=${time}`;
    expect((await ask(since('2026-01-01T11:59:59Z'))).body).toHaveLength(2);
    expect((await ask(since('2026-01-01T12:00:00Z'))).body).toHaveLength(1);
    expect((await ask(since('yesterday'))).status).toBe(400);
  });

  test('S30: refuse OData parameters and pages that are too large', async () => {
    const { ask } = await openV2();
    for (const query of ['$top=1', '%24filter=x', 'PageSize=20001', 'PageNumber=0', 'OrderBy=x']) {
      expect((await ask(`/Projects?${query}`)).status).toBe(400);
    }
  });
});

describe('projects', () => {
  test('need only a name; a PATCH is 200 without a body; enums are texts', async () => {
    const { ask, post, patch } = await furnished();
    const made = await post('/Projects', { name: 'P', CustomerId: 1012 });
    expect(made).toMatchObject({
      status: 201,
      body: { Name: 'P', Status: 'Active', CustomerId: 1012, CustomerNo: 10_001 },
    });
    const patched = await patch('/Projects/1006', [
      { op: 'replace', path: '/Status', value: 'Archived' },
    ]);
    expect([patched.status, patched.text]).toEqual([200, '']);
    expect((await ask('/Projects/1006')).body).toMatchObject({ Status: 'Archived' });
    const wrong = [{ op: 'replace', path: '/Status', value: 3 }];
    expect((await patch('/Projects/1006', wrong)).status).toBe(400);
  });

  test('have no dot in their code, nor a customer that is not there', async () => {
    const { post } = await openV2();
    expect((await post('/Projects', { Name: 'P', Code: 'A.1' })).status).toBe(400);
    expect((await post('/Projects', { Name: 'P', CustomerId: 5 })).status).toBe(400);
  });
});

test('both versions are over the same records, in one ledger', async () => {
  const { bench } = await furnished();
  expect(await bench.office.party.read('Contactperson', '1015')).toMatchObject({
    ...{ firstName: 'Kari', city: 'Oslo', partyCustomerCode: 10_001 },
  });
  expect(bench.changes().filter(({ author }) => author === 'engine')).toMatchObject([
    { entity: 'Contactperson', id: '1015', system: 'PowerOffice GO' },
    { entity: 'Contactperson', id: '1016' },
  ]);
});
