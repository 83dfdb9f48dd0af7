import { ending, refused } from '../envelope.ts';
import { activities, makeActivity, makeCustomer, makeProject, type OfficeCase } from './records.ts';

/** What the sheet leaves open and the twin had to choose (`apis.md 6`), where no other case sees it. */
export const choiceCases: readonly OfficeCase[] = [
  {
    rows: ['2.1 name'],
    behaviour: 'poweroffice-go/types-are-strict',
    title: 'A number for a text is refused',
    writes: true,
    run: async (session) => {
      const { id } = await makeActivity(session);
      return ending(await session.post(activities, { id, name: 5 }));
    },
    expected: refused,
  },
  {
    rows: ['2.3 code'],
    behaviour: 'poweroffice-go/project-code-assigned',
    title: 'A project without a code gets one',
    writes: true,
    run: async (session) => {
      const { data } = await session.make('/Project', { name: session.system.names() });
      return typeof data['code'];
    },
    expected: 'string',
  },
  {
    rows: ['2.2 activityCode'],
    behaviour: 'poweroffice-go/references-must-exist',
    title: 'A project takes no activity that does not exist',
    writes: true,
    run: async (session) => {
      const { path } = await makeProject(session);
      const activityCode = session.system.names();
      return ending(await session.post(`${path}/Activity`, { activityCode }));
    },
    expected: refused,
  },
  {
    rows: ['2.3 status'],
    behaviour: 'poweroffice-go/defaults',
    title: 'A new project is Active',
    writes: true,
    run: async (session) => (await makeProject(session)).data['status'] === 2,
    expected: true,
  },
  {
    rows: ['S19', '2.3 customerCode'],
    behaviour: 'poweroffice-go/codes-follow',
    title: 'A project follows its customer to another code',
    writes: true,
    run: async (session) => {
      const { id, data } = await makeCustomer(session);
      const code = Number(data['code']);
      const project = await makeProject(session, { customerCode: code });
      const changed = await session.post('/Customer', { id, code: code + 700_000 });
      const { customerCode } = (await session.get(project.path)).data;
      return { changed: changed.success ?? null, follows: customerCode === code + 700_000 };
    },
    expected: { changed: true, follows: true },
  },
];
