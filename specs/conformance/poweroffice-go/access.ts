import { done, ending, enveloped } from '../envelope.ts';
import { activities, makeActivity, nobody, type OfficeCase } from './records.ts';

const customers = '/Customer?$top=1&$orderby=Id';

/** Paths, calls and statuses of v1 (`apis.md 1.1`, `1.3`, `1.5`). */
export const accessCases: readonly OfficeCase[] = [
  {
    rows: ['1.1 no version'],
    behaviour: 'poweroffice-go/no-version-in-paths',
    title: 'A path without a version is served, one with a version is unknown',
    run: async (session) => ({
      plain: (await session.ask(customers)).status,
      versioned: (await session.ask(`/v1${customers}`)).status,
    }),
    expected: { plain: 200, versioned: 404 },
  },
  {
    rows: ['1.1 path casing', 'S7'],
    behaviour: 'poweroffice-go/lenient-paths',
    title: 'Paths go in any casing, with and without a slash at the end',
    run: async (session) => {
      const paths = ['/timetracking/activity/', '/TIMETRACKING/Activity', '/partycontactperson'];
      const statuses = paths.map((path) => session.ask(`${path}?$top=1&$orderby=Id`));
      return (await Promise.all(statuses)).map(({ status }) => status);
    },
    expected: [200, 200, 200],
  },
  {
    rows: ['1.1 doubled slash'],
    behaviour: 'poweroffice-go/doubled-slashes',
    title: 'A doubled slash before a path counts as one',
    run: async (session) => {
      const body = new URLSearchParams({ grant_type: 'client_credentials' });
      const headers = { authorization: session.basic() };
      const url = `${session.keys.baseUrl}//OAuth/Token`;
      return (await session.system.send(url, { method: 'POST', body, headers })).status;
    },
    expected: 200,
  },
  {
    rows: ['1.3 bearer', '1.5 401'],
    behaviour: 'poweroffice-go/bearer-on-every-call',
    title: 'Without a good token a call is 401',
    run: async (session) => {
      const unknown = { headers: { authorization: 'Bearer none' } };
      const without = { headers: { authorization: '' } };
      return {
        unknown: (await session.ask(customers, unknown)).status,
        without: (await session.ask(customers, without)).status,
      };
    },
    expected: { unknown: 401, without: 401 },
  },
  {
    rows: ['1.3 content type'],
    title: 'Texts of any language come back as they were sent, in JSON',
    writes: true,
    run: async (session) => {
      const name = `${session.system.names()} Ærlig Åse 🧾`;
      const { path } = await makeActivity(session, { name });
      const reply = await session.ask(path);
      const type = reply.headers.get('content-type') ?? '';
      const [same] = [enveloped(reply).data['name'] === name];
      return { json: /^application\/json\b/i.test(type), same };
    },
    expected: { json: true, same: true },
  },
  {
    rows: ['1.3 no subscription key'],
    title: 'A token alone is enough',
    run: async (session) => ending(await session.get(customers)),
    expected: done,
  },
  {
    rows: ['1.3 verbs', '1.5 405 and 415'],
    behaviour: 'poweroffice-go/put-refused',
    title: 'PUT is refused',
    run: async (session) =>
      (await session.ask(`${activities}/${nobody}`, { method: 'PUT', json: { name: 'x' } })).status,
    expected: 405,
  },
  {
    rows: ['1.5 400', '1.5 405 and 415'],
    behaviour: 'poweroffice-go/malformed-body',
    title: 'A body that is no JSON object is 400, one of another type 415',
    writes: true,
    run: async (session) => {
      const type = (text: string) => ({ 'content-type': text });
      const post = (text: string) =>
        session.ask(activities, { method: 'POST', body: '{', headers: type(text) });
      return {
        broken: (await post('application/json')).status,
        text: (await post('text/plain')).status,
      };
    },
    expected: { broken: 400, text: 415 },
  },
  {
    rows: ['1.5 404'],
    behaviour: 'poweroffice-go/unknown-route',
    title: 'An unknown route is 404',
    run: async (session) => (await session.ask('/NothingOfTheKind')).status,
    expected: 404,
  },
  {
    rows: ['1.5 403', '2.1 privilege', 'S6'],
    behaviour: 'poweroffice-go/void-privileges',
    title: 'Without the Time module time tracking is 403, while customers are served',
    needs: 'withoutTime',
    run: async (session) => {
      const there = session.at('withoutTime');
      return {
        activities: (await there.ask(activities)).status,
        customers: (await there.ask(customers)).status,
      };
    },
    expected: { activities: 403, customers: 200 },
  },
  {
    rows: ['S34', '1.5 404', '1.5 401'],
    behaviour: 'poweroffice-go/error-bodies',
    title: 'Errors are JSON and never empty',
    run: async (session) => {
      const unknown = await session.ask('/NothingOfTheKind');
      const denied = await session.ask(customers, { headers: { authorization: 'Bearer none' } });
      return [unknown, denied].map((reply) => enveloped(reply).success ?? null);
    },
    expected: [false, false],
  },
  {
    rows: ['1.7 rate', '1.5 429', 'S29'],
    behaviour: 'poweroffice-go/rate-limit',
    title: 'More than 50 requests in a second are 429, and served again a little later',
    writes: true,
    run: async (session) => {
      await session.ask(customers);
      const burst = Array.from({ length: 90 }, () => session.ask(customers, { hurried: true }));
      const statuses = new Set((await Promise.all(burst)).map(({ status }) => status));
      await session.system.clock.sleep(2000);
      const later = (await session.ask(customers)).status;
      return { during: [...statuses].sort(), later };
    },
    expected: { during: [200, 429], later: 200 },
  },
];
