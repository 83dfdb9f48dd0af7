import { createCrmOffice } from '../../mocks/crmoffice/twin.ts';
import { seededDice } from '../../mocks/dice.ts';
import { createFaults } from '../../mocks/faults.ts';
import type { Endpoint, Sent } from '../../mocks/http/wire.ts';
import { createLedger, type Ledger } from '../../mocks/ledger.ts';
import type { Twin } from '../../mocks/twin.ts';
import { anyOf, type Task, tasks } from './contenders/contender.ts';

/** A twin without a socket, with so many records, and a way to ask it. */
interface Office {
  readonly endpoint: Endpoint;
  readonly headers: Headers;
  /** Sets the time, in milliseconds. */
  at(ms: number): void;
}

/** Requests a second without a socket, by task, on one core: state, validation, ledger and auth as ever. */
export async function withoutSocket(
  records: number,
  seconds: number,
): Promise<Readonly<Record<Task, number>>> {
  const office = await opened(records, true);
  touched(office, records);
  const rates = tasks.map((task): [Task, number] => {
    const sent = (number: number): Sent => sentFor({ office, task, records, number });
    run(office, sent, seconds / 2);
    return [task, run(office, sent, seconds)];
  });
  return Object.fromEntries(rates) as Record<Task, number>;
}

/** Microseconds for the list of the last ten changes among so many records. */
export async function lastTenAmong(records: number, seconds: number): Promise<number> {
  const office = await opened(records, false);
  touched(office, records);
  const sent = (number: number): Sent =>
    sentFor({ office, task: 'list by change', records, number });
  run(office, sent, seconds / 2);
  return 1_000_000 / run(office, sent, seconds);
}

const begun = Date.UTC(2026, 0, 5);
const later = begun + 60_000;

/** `kept` false forgets the ledger, which a million creates would fill with nothing but themselves. */
async function opened(records: number, kept: boolean): Promise<Office> {
  let now = begun;
  const clock = { now: () => now };
  const ledger = kept ? createLedger({ clock }) : forgetful;
  const twin = createCrmOffice({ clock, ledger, dice: seededDice(1), faults: createFaults() });
  for (let made = 0; made < records; made++) {
    await twin.party.create('Activities', { subject: `Møte ${made}` });
  }
  const [endpoint] = twin.endpoints;
  if (!endpoint) throw new Error('The twin has an endpoint');
  const at = (ms: number): void => {
    now = ms;
  };
  return { endpoint, headers: tokenOf(twin, endpoint), at };
}

/** Changes the last ten, later than everything else. */
function touched(office: Office, records: number): void {
  office.at(later);
  for (let number = records - 10; number < records; number++) {
    office.endpoint.answer(sentFor({ office, task: 'update', records, number }));
  }
}

function run(office: Office, sent: (number: number) => Sent, seconds: number): number {
  const begin = performance.now();
  let done = 0;
  for (; performance.now() - begin < seconds * 1000; done++) {
    const { status } = office.endpoint.answer(sent(done));
    if (status >= 300) throw new Error(`${status} without a socket`);
  }
  return done / ((performance.now() - begin) / 1000);
}

function sentFor(asked: {
  readonly office: Office;
  readonly task: Task;
  readonly records: number;
  readonly number: number;
}): Sent {
  const { office, task, records, number } = asked;
  const { endpoint, headers } = office;
  const all = `${endpoint.baseUrl}/activities`;
  const one = `${all}/${1001 + anyOf(records, number)}`;
  const body = JSON.stringify({ subject: `Møte ${number}` });
  switch (task) {
    case 'read':
      return { method: 'GET', url: one, headers, body: '' };
    case 'list by change': {
      const since = new Date(later).toISOString();
      return { method: 'GET', url: `${all}?modifiedSince=${since}`, headers, body: '' };
    }
    case 'update': {
      return { method: 'PATCH', url: one, headers: as(headers, 'merge-patch+json'), body };
    }
    case 'create':
      return { method: 'POST', url: all, headers: as(headers, 'json'), body };
  }
}

function as(headers: Headers, type: string): Headers {
  const typed = new Headers(headers);
  typed.set('content-type', `application/${type}`);
  return typed;
}

function tokenOf(twin: Twin, endpoint: Endpoint): Headers {
  const { clientId = '', clientSecret = '' } = twin.credentials;
  const form = { grant_type: 'client_credentials', client_id: clientId };
  const answer = endpoint.answer({
    method: 'POST',
    url: `${endpoint.baseUrl}/connect/token`,
    headers: new Headers({ 'content-type': 'application/x-www-form-urlencoded' }),
    body: String(new URLSearchParams({ ...form, client_secret: clientSecret })),
  });
  return new Headers({ authorization: `Bearer ${JSON.parse(answer.body).access_token}` });
}

const forgetful: Ledger = {
  entries: [],
  arrive: () => 0,
  end: () => {},
  change: () => {},
};
