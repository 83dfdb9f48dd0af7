import { done, ending, refusal, refused } from '../envelope.ts';
import {
  makeActivity,
  makeProject,
  makeProjectActivity,
  nobody,
  type OfficeCase,
} from './records.ts';

const flat = '/ProjectActivity';

/** Project activities (`apis.md 2.2`). */
export const projectActivityCases: readonly OfficeCase[] = [
  {
    rows: [
      ...(['2.2 POST', '2.2 parentId', '2.2 id', '2.2 activityCode', '2.2 projectCode'] as const),
      ...(['2.2 name', 'S17', 'S19'] as const),
    ],
    behaviour: 'poweroffice-go/name-from-activity',
    title:
      'One is made below the id of its project; it shows the code of that, and the name of its activity',
    writes: true,
    run: async (session) => {
      const activity = await makeActivity(session);
      const project = await makeProject(session);
      const { code, name } = activity.data;
      const sent = { activityCode: code, name: 'Mine', projectCode: 'Mine' };
      const { data } = await session.make(`${project.path}/Activity`, sent);
      return {
        code: data['activityCode'] === code,
        name: data['name'] === name,
        project: data['projectCode'] === project.data['code'],
      };
    },
    expected: { code: true, name: true, project: true },
  },
  {
    rows: ['2.2 POST', 'S17'],
    behaviour: 'poweroffice-go/children-below-parents',
    title: 'The flat list takes no writes, and no project takes one that does not exist',
    writes: true,
    run: async (session) => {
      const { data } = await makeActivity(session);
      const json = { activityCode: data['code'] };
      return {
        flat: (await session.ask(flat, { method: 'POST', json })).status,
        nowhere: ending(await session.post(`/Project/${nobody}/Activity`, json)),
      };
    },
    expected: { flat: 405, nowhere: refused },
  },
  {
    rows: [
      ...(['2.2 GET flat list', '2.2 GET flat one', '2.2 GET list of a project'] as const),
      ...(['2.2 GET one of a project', 'S17'] as const),
    ],
    behaviour: 'poweroffice-go/children-below-parents',
    title: 'One is listed and read flat and below its project, and not below another',
    writes: true,
    run: async (session) => {
      const { id, project, path } = await makeProjectActivity(session);
      const other = await makeProject(session);
      const $filter = `ProjectCode eq '${String(project.data['code'])}'`;
      return {
        flatList: (await session.list(flat, { $filter })).rows.length,
        flatOne: ending(await session.get(`${flat}/${id}/`)),
        list: (await session.get(`${project.path}/Activity/`)).rows.length,
        one: ending(await session.get(`${path}/`)),
        elsewhere: ending(await session.get(`${other.path}/Activity/${id}`)),
      };
    },
    expected: { flatList: 1, flatOne: done, list: 1, one: done, elsewhere: refused },
  },
  {
    rows: ['2.2 DELETE'],
    behaviour: 'poweroffice-go/children-below-parents',
    title: 'One is deleted below its project, without its activity',
    writes: true,
    run: async (session) => {
      const { path, activity } = await makeProjectActivity(session);
      return {
        deleted: ending(await session.remove(path)),
        gone: ending(await session.get(path)),
        activity: ending(await session.get(activity.path)),
      };
    },
    expected: { deleted: done, gone: refused, activity: done },
  },
  {
    rows: ['2.2 isBillable', '2.2 hourlyRate'],
    title: 'Rate and billing are empty until they are set, and then its own',
    writes: true,
    run: async (session) => {
      const { id, data, project } = await makeProjectActivity(session);
      const sent = { id, isBillable: false, hourlyRate: 12.5 };
      const after = (await session.post(`${project.path}/Activity`, sent)).data;
      return {
        before: ['isBillable', 'hourlyRate'].filter((name) => name in data),
        after: after['isBillable'] === false && after['hourlyRate'] === 12.5,
      };
    },
    expected: { before: [], after: true },
  },
  {
    rows: ['2.2 no lastChanged', 'S17'],
    behaviour: 'poweroffice-go/unknown-filter-name',
    title: 'One has no stamp, and a filter on it is refused',
    writes: true,
    run: async (session) => {
      const { data } = await makeProjectActivity(session);
      const $filter = "(LastChanged ge datetimeoffset'1970-01-01')";
      const strangers = ['lastChanged', 'externalCode', 'isActive'].filter((name) => name in data);
      return { strangers, filter: refusal(await session.list(flat, { $filter })) };
    },
    expected: { strangers: [], filter: { ...refused, exception: 'OData' } },
  },
  {
    rows: ['2.2 once in a project'],
    behaviour: 'poweroffice-go/project-activity-once',
    title: 'An activity is in a project once',
    writes: true,
    run: async (session) => {
      const { project, data } = await makeProjectActivity(session);
      const { activityCode } = data;
      return ending(await session.post(`${project.path}/Activity`, { activityCode }));
    },
    expected: refused,
  },
  {
    rows: ['S17', '2.2 name'],
    behaviour: 'poweroffice-go/names-follow-at-once',
    title: 'A renamed activity is renamed in its project, whose stamp stays',
    writes: true,
    run: async (session) => {
      const { path, project, activity } = await makeProjectActivity(session);
      const before = (await session.get(project.path)).data['lastChanged'];
      await session.system.clock.sleep(2000);
      const name = session.system.names();
      await session.post('/TimeTracking/Activity', { id: activity.id, name });
      return {
        renamed: (await session.get(path)).data['name'] === name,
        stamp: (await session.get(project.path)).data['lastChanged'] === before,
      };
    },
    expected: { renamed: true, stamp: true },
  },
  {
    rows: ['S25', '1.9 delete'],
    behaviour: 'poweroffice-go/used-activity-stays',
    title: 'An activity that a project uses is not deleted',
    writes: true,
    run: async (session) => {
      const { activity } = await makeProjectActivity(session);
      return ending(await session.remove(activity.path));
    },
    expected: refused,
  },
  {
    rows: ['2.3 code', '2.3 parentProjectCode', 'S21'],
    behaviour: 'poweroffice-go/sub-project-codes',
    title: 'The code of a sub-project comes back behind that of its parent',
    writes: true,
    run: async (session) => {
      const { code } = (await makeProject(session)).data;
      const sub = await makeProject(session, { code: '1', parentProjectCode: code });
      return sub.data['code'] === `${String(code)}.1`;
    },
    expected: true,
  },
];
