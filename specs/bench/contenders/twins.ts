import { fileURLToPath } from 'node:url';
import { wallClock } from '../../../src/clock.ts';
import type { Shot } from '../load.ts';
import { anyOf, type Contender, type Order } from './contender.ts';
import { started } from './process.ts';

interface Printed {
  readonly twins: readonly {
    readonly baseUrl: string;
    readonly credentials: Readonly<Record<string, string>>;
  }[];
  readonly control: string;
}

const keeps = 'state, validation, ledger, auth';

/** Both twins, each as a contender, served by one process as `syncproof twins` serves them. */
export async function startTwins({ records }: Order): Promise<readonly Contender[]> {
  const program = fileURLToPath(import.meta.resolve('../servers/twins.ts'));
  const { line, stop } = await started(process.execPath, [program, String(records)]);
  const { twins, control } = JSON.parse(line) as Printed;
  const [crm, office] = twins;
  if (!crm || !office) throw new Error('Two twins are served');
  const now = ((await (await fetch(`${control}/clock`)).json()) as { now: string }).now;
  const ids = async (place: string): Promise<readonly string[]> =>
    ((await (await fetch(`${control}/parties/${place}`)).json()) as { ids: string[] }).ids;
  return [
    {
      ...{ name: 'twin, CRMOffice', origin: crm.baseUrl, keeps, stop },
      shots: await crmShots(crm, { ids: await ids('crmoffice/Activities'), since: now }),
    },
    {
      ...{ name: 'twin, PowerOffice GO', origin: office.baseUrl, keeps, stop },
      shots: await officeShots(office, {
        ids: await ids('poweroffice-go/Timetrackingactivity'),
        since: now,
      }),
    },
  ];
}

interface Known {
  readonly ids: readonly string[];
  /** A moment after which nothing has changed yet. */
  readonly since: string;
}

type System = Printed['twins'][number];

async function crmShots(
  { baseUrl, credentials }: System,
  { ids, since }: Known,
): Promise<Contender['shots']> {
  const keys = {
    client_id: credentials['clientId'] ?? '',
    client_secret: credentials['clientSecret'] ?? '',
  };
  const bearer = await token(`${baseUrl}/connect/token`, {}, keys);
  const json = { ...bearer, 'content-type': 'application/json' };
  const patch = { ...bearer, 'content-type': 'application/merge-patch+json' };
  const path = (number: number): string => `/activities/${ids[anyOf(ids.length, number)]}`;
  const update = (number: number): Shot => ({
    ...{ method: 'PATCH', path: path(number), headers: patch },
    body: `{"subject":"Møte ${number}"}`,
  });
  await tenTimes(baseUrl, update);
  return {
    read: (number) => ({ method: 'GET', path: path(number), headers: bearer }),
    'list by change': () => ({
      ...{ method: 'GET', path: `/activities?modifiedSince=${since}`, headers: bearer },
    }),
    update: (number) => update(number + wallClock.now()),
    create: (number) => ({
      ...{ method: 'POST', path: '/activities', headers: json },
      body: `{"subject":"Nytt møte ${number}","startsAt":"2026-01-05T08:00:00Z"}`,
    }),
  };
}

async function officeShots(
  { baseUrl, credentials }: System,
  { ids, since }: Known,
): Promise<Contender['shots']> {
  const keys = btoa(`${credentials['applicationKey']}:${credentials['clientKey']}`);
  const bearer = await token(`${baseUrl}/OAuth/Token`, { authorization: `Basic ${keys}` }, {});
  const json = { ...bearer, 'content-type': 'application/json' };
  const path = '/TimeTracking/Activity';
  const id = (number: number): string => ids[anyOf(ids.length, number)] ?? '';
  const post = (body: string): Shot => ({ method: 'POST', path, headers: json, body });
  // Stamps are of whole seconds: the ten must not share theirs with what was there before.
  await wallClock.sleep(1100);
  const update = (number: number): Shot => post(`{"id":${id(number)},"name":"Arbeid ${number}"}`);
  await tenTimes(baseUrl, update);
  const filter = encodeURIComponent(`(LastChanged gt datetimeoffset'${since.slice(0, 19)}')`);
  const begun = wallClock.now();
  return {
    read: (number) => ({ method: 'GET', path: `${path}/${id(number)}`, headers: bearer }),
    'list by change': () => ({ method: 'GET', path: `${path}?$filter=${filter}`, headers: bearer }),
    update: (number) => update(number + wallClock.now()),
    create: (number) =>
      post(
        `{"activityType":100,"code":"B${begun}-${wallClock.now()}-${number}","name":"Nytt arbeid"}`,
      ),
  };
}

async function tenTimes(origin: string, shot: (number: number) => Shot): Promise<void> {
  for (let number = 1; number <= 10; number++) {
    const { path, method, headers, body } = shot(number);
    await fetch(`${origin}${path}`, {
      method,
      ...(headers ? { headers } : {}),
      ...(body === undefined ? {} : { body }),
    });
  }
}

async function token(
  url: string,
  headers: Readonly<Record<string, string>>,
  keys: Readonly<Record<string, string>>,
): Promise<Readonly<Record<string, string>>> {
  const body = new URLSearchParams({ grant_type: 'client_credentials', ...keys });
  const response = await fetch(url, { method: 'POST', headers, body });
  const { access_token } = (await response.json()) as { access_token: string };
  return { authorization: `Bearer ${access_token}` };
}
