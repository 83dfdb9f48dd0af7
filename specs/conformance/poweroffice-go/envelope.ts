import { ending, enveloped, recordOf, refusal, refused } from '../envelope.ts';
import { activities, makeActivity, makeProject, nobody, type OfficeCase } from './records.ts';

/** The envelope of v1 (`apis.md 1.4`). */
export const envelopeCases: readonly OfficeCase[] = [
  {
    rows: ['1.4 get one', 'S12', '2.1 GET one'],
    behaviour: 'poweroffice-go/envelope-one',
    title: 'One record is data and success, without a count',
    writes: true,
    run: async (session) => {
      const { id, path } = await makeActivity(session);
      const { members, data } = await session.get(`${path}/`);
      return { members, itself: data['id'] === id };
    },
    expected: { members: ['data', 'success'], itself: true },
  },
  {
    rows: ['1.4 list', '1.4 trap', 'S28', '2.1 GET list'],
    behaviour: 'poweroffice-go/envelope-list',
    title: 'A list is data, count and success; its ids are numbers',
    writes: true,
    run: async (session) => {
      await makeActivity(session);
      const { members, rows } = await session.list(`${activities}/`, { $top: 1, $orderby: 'Id' });
      return { members, rows: rows.length, ids: rows.map(({ id }) => typeof id) };
    },
    expected: { members: ['count', 'data', 'success'], rows: 1, ids: ['number'] },
  },
  {
    rows: ['1.4 create or update', 'S24', '2.1 POST'],
    behaviour: 'poweroffice-go/envelope-write',
    title: 'Create and update are 200 with the whole record',
    writes: true,
    run: async (session) => {
      const name = session.system.names();
      const sent = { activityType: 200, code: name, name };
      const created = await session.post(activities, sent);
      const { id } = created.data;
      const updated = await session.post(activities, { id, name: `${name}b` });
      return {
        statuses: [created.status, updated.status],
        whole: updated.data['code'] === name && updated.data['activityType'] === 200,
        members: updated.members,
      };
    },
    expected: { statuses: [200, 200], whole: true, members: ['data', 'success'] },
  },
  {
    rows: ['1.4 delete', 'S24', 'S28', '2.1 DELETE'],
    behaviour: 'poweroffice-go/envelope-delete',
    title: 'A delete is 200 with success and nothing else',
    writes: true,
    run: async (session) => {
      const { path } = await makeActivity(session);
      const { status, success = null, members } = await session.remove(`${path}/`);
      return { status, success, members };
    },
    expected: { status: 200, success: true, members: ['success'] },
  },
  {
    rows: ['1.4 failure', '1.4 validation members', 'S1'],
    behaviour: 'poweroffice-go/failure-is-200',
    title: 'What the business refuses is 200, success false, validation with a summary, no data',
    writes: true,
    run: async (session) => {
      const answer = await session.post(activities, { activityType: 200, code: 'x' });
      const { status, success = null, members, validation } = answer;
      return { status, success, members, summary: typeof validation['summary'] };
    },
    expected: { ...refused, members: ['success', 'validation'], summary: 'string' },
  },
  {
    rows: ['1.4 validation members'],
    behaviour: 'poweroffice-go/validation-members',
    title: 'validation holds the documented members only, none of them null',
    run: async (session) => {
      const { validation } = await session.list(activities, { $filter: 'Nothing eq 1' });
      const known = ['errorLogReference', 'summary', 'exception', 'exceptionDetails', 'fields'];
      const all = [...known, 'batchItemErrors'];
      return {
        strangers: Object.keys(validation).filter((name) => !all.includes(name)),
        nulls: Object.values(validation).filter((value) => value === null).length,
      };
    },
    expected: { strangers: [], nulls: 0 },
  },
  {
    rows: ['1.4 errorLogReference'],
    behaviour: 'poweroffice-go/error-log-reference',
    title: 'errorLogReference is eleven characters, a hyphen and ten digits',
    run: async (session) => {
      const { validation } = await session.list(activities, { $filter: 'Nothing eq 1' });
      return /^[0-9A-Z]{11}-\d{10}$/i.test(String(validation['errorLogReference']));
    },
    expected: true,
  },
  {
    rows: ['1.4 exception values'],
    behaviour: 'poweroffice-go/bad-query-is-odata',
    title: 'A query that is not understood is of the kind OData',
    run: async (session) => refusal(await session.list(activities, { $filter: '(Code equals' })),
    expected: { ...refused, exception: 'OData' },
  },
  {
    rows: ['1.4 exception values', 'S26'],
    behaviour: 'poweroffice-go/glued-messages',
    title: 'Several messages are of the kind AggregatedValidation, in one summary',
    writes: true,
    run: async (session) => refusal(await session.post(activities, { activityType: 0 })),
    expected: { ...refused, exception: 'AggregatedValidation' },
  },
  {
    rows: ['1.5 id not found', '1.9 upsert'],
    behaviour: 'poweroffice-go/not-found-is-refusal',
    title: 'An id that does not exist is 200 with success false, to read, update and delete',
    writes: true,
    run: async (session) => [
      ending(await session.get(`${activities}/${nobody}`)),
      ending(await session.post(activities, { id: nobody, name: 'x' })),
      ending(await session.remove(`${activities}/${nobody}`)),
    ],
    expected: [refused, refused, refused],
  },
  {
    rows: ['S2'],
    behaviour: 'poweroffice-go/problem-in-data',
    title: 'An id that is no number is success true with a problem of status 400 as data',
    backend: 'net8',
    run: async (session) => {
      const { success = null, data } = enveloped(await session.ask(`${activities}/none`));
      return { success, status: Number(data['status']), errors: typeof data['errors'] };
    },
    expected: { success: true, status: 400, errors: 'object' },
  },
  {
    rows: ['S25', '1.9 delete'],
    behaviour: 'poweroffice-go/used-parents-stay',
    title: 'A project with a sub-project is not deleted, and stays as it was',
    writes: true,
    run: async (session) => {
      const parent = await makeProject(session);
      await makeProject(session, { parentProjectCode: parent.data['code'] });
      const { status, success = null, members } = await session.remove(parent.path);
      return { status, success, members, stays: ending(await session.get(parent.path)) };
    },
    expected: {
      ...refused,
      members: ['success', 'validation'],
      stays: { status: 200, success: true },
    },
  },
  {
    rows: ['S33'],
    behaviour: 'poweroffice-go/zero-decimals',
    title: 'A decimal is a JSON number, whatever zeros it is written with',
    writes: true,
    run: async (session) => {
      const { path } = await makeActivity(session, { hourlyRate: 2 });
      const { hourlyRate } = recordOf((await session.get(path)).data);
      return hourlyRate === 2;
    },
    expected: true,
  },
];
