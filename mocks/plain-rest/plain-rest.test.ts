import { describe, expect, test } from 'vitest';
import { type Bench, type Caller, createBench, type Sending, signIn } from '../bench.ts';

const patch = (json: unknown, headers = {}): Sending => ({
  method: 'PATCH',
  body: JSON.stringify(json),
  headers: { 'content-type': 'application/merge-patch+json', ...headers },
});
const post = (json: unknown): Sending => ({ method: 'POST', json });

async function setUp(): Promise<{ bench: Bench; crm: Caller }> {
  const bench = createBench();
  return { bench, crm: await signIn(bench.fetch, bench.crm) };
}

describe('access', () => {
  const tokenUrl = 'https://crmoffice.test/connect/token';

  test('a wrong client is 400 invalid_client, a wrong grant 400 unsupported_grant_type', async () => {
    const { fetch, crm } = createBench();
    const ask = async (form: Record<string, string>): Promise<unknown> => {
      const response = await fetch(tokenUrl, { method: 'POST', body: new URLSearchParams(form) });
      return [response.status, await response.json()];
    };
    const wrong = { grant_type: 'client_credentials', client_id: 'x', client_secret: 'y' };
    expect(await ask(wrong)).toEqual([400, { error: 'invalid_client' }]);
    const grant = { grant_type: 'password', client_id: crm.credentials['clientId'] ?? '' };
    expect(await ask(grant)).toEqual([400, { error: 'unsupported_grant_type' }]);
  });

  test('a JSON body to the token endpoint is 415', async () => {
    const { fetch } = createBench();
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(tokenUrl, { method: 'POST', headers, body: '{}' });
    expect(response.status).toBe(415);
  });

  test('a token lives for an hour, then every call is a 401 problem', async () => {
    const { bench, crm } = await setUp();
    bench.advance(3_599_999);
    expect((await crm('/contacts')).status).toBe(200);
    bench.advance(1);
    const expired = await crm('/contacts');
    expect(expired).toMatchObject({ status: 401, body: { status: 401, title: 'Unauthorized' } });
    expect(expired.headers.get('content-type')).toBe('application/problem+json');
  });

  test('what is no route is 404, and a route with another method 405', async () => {
    const { crm } = await setUp();
    expect((await crm('/Contacts')).status).toBe(404);
    expect((await crm('/contacts/')).status).toBe(404);
    expect((await crm('/contacts', { method: 'PUT', body: '{}' })).status).toBe(405);
  });
});

describe('creating', () => {
  test('answers 201 with location, version and the whole record, nested and without empties', async () => {
    const { crm } = await setUp();
    const made = await crm(
      '/contacts',
      post({ givenName: 'Åse', email: '', company: { id: '9' } }),
    );
    expect(made.status).toBe(201);
    expect(made.headers.get('location')).toBe('https://crmoffice.test/contacts/1004');
    expect(made.headers.get('etag')).toBe('"1"');
    expect(made.body).toEqual({
      id: '1004',
      createdAt: '2026-01-01T12:00:00.000Z',
      modifiedAt: '2026-01-01T12:00:00.000Z',
      givenName: 'Åse',
      company: { id: '9' },
    });
    expect((await crm('/contacts/1004')).body).toEqual(made.body);
  });

  test('unknown, read-only and mistyped properties are 422, each with its message', async () => {
    const { bench, crm } = await setUp();
    const refused = await crm('/contacts', post({ nope: 1, id: '5', givenName: 7 }));
    expect(refused).toMatchObject({
      status: 422,
      body: {
        errors: { nope: expect.anything(), id: expect.anything(), givenName: expect.anything() },
      },
    });
    expect(bench.changes()).toEqual([]);
    expect(bench.requests().at(-1)).toMatchObject({ refused: true, mutating: true });
  });

  test('a body that is no JSON object is 400, and one that is not sent as JSON 415', async () => {
    const { crm } = await setUp();
    const headers = { 'content-type': 'application/json' };
    for (const body of ['{"a":', '[]', 'null', '', '3']) {
      expect((await crm('/contacts', { method: 'POST', body, headers })).status).toBe(400);
    }
    expect((await crm('/contacts', { method: 'POST', body: '{}' })).status).toBe(415);
  });
});

describe('updating', () => {
  test('null empties, absent leaves alone, and null for an object empties all in it', async () => {
    const { bench, crm } = await setUp();
    const address = { country: 'NO', postalArea: 'Oslo' };
    await crm('/activities', post({ subject: 'a', ownerId: '1', address }));
    bench.advance(5);
    const patched = await crm('/activities/1001', patch({ subject: null, address: null }));
    expect(patched.headers.get('etag')).toBe('"2"');
    expect(patched.body).toEqual({
      id: '1001',
      createdAt: '2026-01-01T12:00:00.000Z',
      modifiedAt: '2026-01-01T12:00:00.005Z',
      ownerId: '1',
    });
  });

  test('a write that changes nothing moves neither version nor time', async () => {
    const { bench, crm } = await setUp();
    const made = await crm('/activities', post({ subject: 'a' }));
    bench.advance(5);
    const patched = await crm('/activities/1001', patch({ subject: 'a', ownerId: null }));
    expect(patched.status).toBe(200);
    expect(patched.body).toEqual(made.body);
    expect(patched.headers.get('etag')).toBe('"1"');
  });

  test('a stale If-Match is 412 and changes nothing; a fresh one passes', async () => {
    const { crm } = await setUp();
    await crm('/activities', post({ subject: 'a' }));
    await crm('/activities/1001', patch({ subject: 'b' }));
    const stale = patch({ subject: 'c' }, { 'if-match': '"1"' });
    expect((await crm('/activities/1001', stale)).status).toBe(412);
    const fresh = patch({ subject: 'c' }, { 'if-match': '"2"' });
    expect((await crm('/activities/1001', fresh)).body).toMatchObject({ subject: 'c' });
  });

  test('wants the media type of merge patches, and a record that exists', async () => {
    const { crm } = await setUp();
    await crm('/activities', post({ subject: 'a' }));
    const asJson = { method: 'PATCH', json: { subject: 'b' } };
    expect((await crm('/activities/1001', asJson)).status).toBe(415);
    expect((await crm('/activities/999', patch({ subject: 'b' }))).status).toBe(404);
    expect((await crm('/activities/abc', patch({ subject: 'b' }))).status).toBe(404);
  });
});

test('a delete is 204 and afterwards the record is 404', async () => {
  const { crm } = await setUp();
  await crm('/activities', post({ subject: 'a' }));
  const gone = await crm('/activities/1001', { method: 'DELETE' });
  expect([gone.status, gone.text]).toEqual([204, '']);
  expect((await crm('/activities/1001')).status).toBe(404);
  expect((await crm('/activities/1001', { method: 'DELETE' })).status).toBe(404);
});
