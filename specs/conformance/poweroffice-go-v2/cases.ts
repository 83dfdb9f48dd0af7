import { recordOf } from '../envelope.ts';
import {
  makeActivity,
  makePerson,
  makeProject,
  type OfficeCase,
} from '../poweroffice-go/records.ts';
import { talk } from './talk.ts';

const patch = { 'content-type': 'application/json-patch+json' };
const after = 'lastChangedDateTimeOffsetGreaterThan=2100-01-01T00:00:00Z';

/** A few of what contact persons and projects do in the second version (`apis.md 3`). */
export const secondVersionCases: readonly OfficeCase[] = [
  {
    rows: ['3', 'S30'],
    behaviour: 'poweroffice-go/v2-bare-lists',
    title: 'v2: a list is a bare array, with the next page in a header',
    writes: true,
    run: async (session) => {
      await makeProject(session);
      const reply = await (await talk(session))('/Projects?PageSize=1');
      return { array: Array.isArray(reply.body), header: reply.headers.has('x-pagination') };
    },
    expected: { array: true, header: true },
  },
  {
    rows: ['3', 'S30'],
    behaviour: 'poweroffice-go/v2-empty-list',
    title: 'v2: a list that would be empty is 204 without a body',
    run: async (session) => {
      const { status, text } = await (await talk(session))(`/Projects?${after}`);
      return { status, empty: text === '' };
    },
    expected: { status: 204, empty: true },
  },
  {
    rows: ['3', 'S30'],
    behaviour: 'poweroffice-go/v2-no-odata',
    title: 'v2: OData options are 400',
    run: async (session) => (await (await talk(session))('/Projects?$top=1')).status,
    expected: 400,
  },
  {
    rows: ['3'],
    behaviour: 'poweroffice-go/v2-subscription-key',
    title: 'v2: without its key a call is 401',
    run: async (session) => {
      const headers = { 'ocp-apim-subscription-key': 'none' };
      return (await (await talk(session))('/Projects?PageSize=1', { headers })).status;
    },
    expected: 401,
  },
  {
    rows: ['3', 'S23'],
    behaviour: 'poweroffice-go/v2-json-patch',
    title: 'v2: a project is changed by JSON Patch, answered without a body; enums are texts',
    writes: true,
    run: async (session) => {
      const { id, path } = await makeProject(session);
      const call = await talk(session);
      const body = JSON.stringify([{ op: 'replace', path: '/Name', value: 'SYNCPROOF' }]);
      const { status, text } = await call(`/Projects/${id}`, {
        method: 'PATCH',
        body,
        headers: patch,
      });
      const { Name, Status } = recordOf((await call(`/Projects/${id}`)).body);
      const v1 = (await session.get(path)).data['name'];
      return { status, text, same: Name === v1 && v1 === 'SYNCPROOF', enum: typeof Status };
    },
    expected: { status: 200, text: '', same: true, enum: 'string' },
  },
  {
    rows: ['3'],
    behaviour: 'poweroffice-go/v2-patch-answers',
    title: 'v2: a contact person is shown by the PATCH, under the same id as in v1',
    writes: true,
    run: async (session) => {
      const { id, parent } = await makePerson(session);
      const call = await talk(session);
      const body = JSON.stringify([{ op: 'replace', path: '/FirstName', value: 'B' }]);
      const place = `/ContactPersons/${parent.id}/${id}`;
      const { status, body: shown } = await call(place, { method: 'PATCH', body, headers: patch });
      const { Id, FirstName } = recordOf(shown);
      return { status, same: Id === id, first: FirstName === 'B' };
    },
    expected: { status: 200, same: true, first: true },
  },
  {
    rows: ['3'],
    behaviour: 'poweroffice-go/v2-problem-details',
    title: 'v2: an id that does not exist is 404 with problem details in PascalCase',
    run: async (session) => {
      const { status, body } = await (await talk(session))('/Projects/999999999');
      return { status, Status: Number(recordOf(body)['Status']) };
    },
    expected: { status: 404, Status: 404 },
  },
  {
    rows: ['3'],
    behaviour: 'poweroffice-go/v2-create',
    title: 'v2: a create is 201, a delete 200',
    writes: true,
    run: async (session) => {
      const call = await talk(session);
      const json = { Name: session.system.names() };
      const created = await call('/Projects', { method: 'POST', json });
      const { Id } = recordOf(created.body);
      const { status } = await call(`/Projects/${String(Id)}`, { method: 'DELETE' });
      return { created: created.status, deleted: status };
    },
    expected: { created: 201, deleted: 200 },
  },
  {
    rows: ['3', 'S29'],
    behaviour: 'poweroffice-go/v2-rate-limit',
    title: 'v2: more than 10 requests in a second are 429',
    writes: true,
    run: async (session) => {
      await makeActivity(session);
      const call = await talk(session);
      const { secondVersion, send, clock } = session.system;
      const url = `${secondVersion?.baseUrl ?? ''}/v2/Projects?${after}`;
      const key = { 'ocp-apim-subscription-key': secondVersion?.subscriptionKey ?? '' };
      const one = () => send(url, { headers: key, hurried: true });
      const burst = await Promise.all(Array.from({ length: 40 }, one));
      await clock.sleep(2000);
      const later = (await call(`/Projects?${after}`)).status;
      return { during: burst.some(({ status }) => status === 429), later };
    },
    expected: { during: true, later: 204 },
  },
];
