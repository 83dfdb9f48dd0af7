import type { ConformanceCase } from '../conformance-case.ts';
import { recordOf } from '../envelope.ts';
import type { RestSession } from '../rest-session.ts';

const isoMilliseconds = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** What is known of CRMOffice, and what we assume of it (`apis.md 4`). */
export const crmCases: readonly ConformanceCase<RestSession>[] = [
  {
    rows: ['4.1'],
    behaviour: 'crmoffice/oauth',
    title: 'A token of the token endpoint is taken as a bearer',
    run: async (session) => (await session.ask('/companies?limit=1')).status,
    expected: 200,
  },
  {
    rows: ['4.1'],
    behaviour: 'crmoffice/companies-in-items',
    title: 'A list of companies has them in items',
    run: async (session) =>
      Array.isArray(recordOf((await session.ask('/companies?limit=1')).body)['items']),
    expected: true,
  },
  {
    rows: ['4.1', '4.2'],
    behaviour: 'crmoffice/routes-follow-companies',
    title: 'Activities and contacts are listed beside companies',
    run: async (session) => [
      (await session.ask('/activities?limit=1')).status,
      (await session.ask('/contacts?limit=1')).status,
    ],
    expected: [200, 200],
  },
  {
    rows: ['4.2'],
    behaviour: 'crmoffice/token-errors',
    title: 'A wrong client is 400 invalid_client',
    run: async (session) => {
      const { status, body } = await session.grant({ client_secret: 'none' });
      return { status, error: String(recordOf(body)['error']) };
    },
    expected: { status: 400, error: 'invalid_client' },
  },
  {
    rows: ['4.2'],
    behaviour: 'crmoffice/error-format',
    title: 'A bad token is 401 as problem+json',
    run: async (session) => {
      const headers = { authorization: 'Bearer none' };
      const { status, headers: answered } = await session.ask('/contacts', { headers });
      return { status, type: answered.get('content-type') ?? '' };
    },
    expected: { status: 401, type: 'application/problem+json' },
  },
  {
    rows: ['4.2'],
    behaviour: 'crmoffice/create-answer',
    title: 'POST is 201 with a place, a tag and the record',
    writes: true,
    run: async (session) => {
      const subject = session.system.names();
      const { reply } = await session.make('/activities', { subject });
      const { status, headers, body } = reply;
      const place = headers.has('location') && headers.has('etag');
      return { status, place, same: recordOf(body)['subject'] === subject };
    },
    expected: { status: 201, place: true, same: true },
  },
  {
    rows: ['4.2'],
    behaviour: 'crmoffice/update-merge-patch',
    title: 'PATCH merges: null empties, what is absent stays',
    writes: true,
    run: async (session) => {
      const familyName = session.system.names();
      const { path } = await session.make('/contacts', { familyName, givenName: 'A' });
      const { status, body } = await session.patch(path, { givenName: null });
      const record = recordOf(body);
      return { status, given: 'givenName' in record, family: record['familyName'] === familyName };
    },
    expected: { status: 200, given: false, family: true },
  },
  {
    rows: ['4.2'],
    behaviour: 'crmoffice/conditional-writes',
    title: 'A stale If-Match is 412, without one the write is taken',
    writes: true,
    run: async (session) => {
      const { path, reply } = await session.make('/activities', { subject: 'SYNCPROOF' });
      const tag = { 'if-match': reply.headers.get('etag') ?? '' };
      const statuses = [await session.patch(path, { subject: 'SYNCPROOF b' }, tag)];
      statuses.push(await session.patch(path, { subject: 'SYNCPROOF c' }, tag));
      statuses.push(await session.patch(path, { subject: 'SYNCPROOF d' }));
      return statuses.map(({ status }) => status);
    },
    expected: [200, 412, 200],
  },
  {
    rows: ['4.2'],
    behaviour: 'crmoffice/delete-answer',
    title: 'DELETE is 204, and the record is 404 afterwards',
    writes: true,
    run: async (session) => {
      const { path } = await session.make('/companies', { name: session.system.names() });
      const { status } = await session.ask(path, { method: 'DELETE' });
      return [status, (await session.ask(path)).status];
    },
    expected: [204, 404],
  },
  {
    rows: ['4.2'],
    behaviour: 'crmoffice/validation-errors',
    title: 'An unknown property is 422, a broken body 400',
    writes: true,
    run: async (session) => {
      const json = { 'content-type': 'application/json' };
      const broken = { method: 'POST', body: '{', headers: json };
      const unknown = { method: 'POST', json: { nothing: 'x' } };
      return [
        (await session.ask('/contacts', unknown)).status,
        (await session.ask('/contacts', broken)).status,
      ];
    },
    expected: [422, 400],
  },
  {
    rows: ['4.2'],
    behaviour: 'crmoffice/list-envelope',
    title: 'A page has items and total, and an absolute address of the next one',
    writes: true,
    run: async (session) => {
      const name = session.system.names();
      await session.make('/companies', { name });
      await session.make('/companies', { name });
      const list = await session.ask(`/companies?limit=1&name=${encodeURIComponent(name)}`);
      const { items, total, next } = recordOf(list.body);
      const rows = Array.isArray(items) ? items.length : null;
      return { rows, total: Number(total), next: URL.canParse(String(next)) };
    },
    expected: { rows: 1, total: 2, next: true },
  },
  {
    rows: ['4.2'],
    behaviour: 'crmoffice/list-filters',
    title: 'modifiedSince is inclusive; an unknown parameter is 400',
    writes: true,
    run: async (session) => {
      const subject = session.system.names();
      const { reply } = await session.make('/activities', { subject });
      const since = encodeURIComponent(String(recordOf(reply.body)['modifiedAt']));
      const list = await session.ask(`/activities?subject=${subject}&modifiedSince=${since}`);
      const unknown = (await session.ask('/activities?nothing=1')).status;
      return { total: Number(recordOf(list.body)['total']), unknown };
    },
    expected: { total: 1, unknown: 400 },
  },
  {
    rows: ['4.2'],
    behaviour: 'crmoffice/record-times',
    title: 'Times are ISO 8601 with milliseconds',
    writes: true,
    run: async (session) => {
      const { reply } = await session.make('/activities', { subject: session.system.names() });
      const { createdAt, modifiedAt } = recordOf(reply.body);
      return [createdAt, modifiedAt].map((at) => isoMilliseconds.test(String(at)));
    },
    expected: [true, true],
  },
  {
    rows: ['4.2'],
    behaviour: 'crmoffice/record-form',
    title: 'Dotted names are nested objects, an empty text is left out',
    writes: true,
    run: async (session) => {
      const sent = { subject: '', address: { country: 'NO' } };
      const { reply } = await session.make('/activities', sent);
      const record = recordOf(reply.body);
      const { country } = recordOf(record['address']);
      return { subject: 'subject' in record, country: country === 'NO' };
    },
    expected: { subject: false, country: true },
  },
];
