import { createCrmOffice } from './crmoffice/twin.ts';
import { seededDice } from './dice.ts';
import { createFaults, type Faults } from './faults.ts';
import { type TwinFetch, twinFetch } from './http/fetch.ts';
import { parsed } from './http/json-text.ts';
import { type ChangeEntry, createLedger, type Ledger, type RequestEntry } from './ledger.ts';
import type { PowerOfficeGoOptions } from './poweroffice-go/options.ts';
import { createPowerOfficeGo } from './poweroffice-go/twin.ts';
import type { Twin, TwinOptions } from './twin.ts';

/** Both twins on one virtual clock, as the twins' own tests use them. */
export interface Bench extends TwinFetch {
  readonly options: TwinOptions;
  readonly ledger: Ledger;
  readonly faults: Faults;
  readonly crm: Twin;
  readonly office: Twin;
  advance(ms: number): void;
  requests(): readonly RequestEntry[];
  changes(): readonly ChangeEntry[];
}

/** A body and headers for one call; `json` sets both. */
export interface Sending {
  readonly method?: string;
  readonly json?: unknown;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An answer, read. */
export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
  readonly text: string;
}

/** Calls a path of one twin with a good token. */
export type Caller = (path: string, sending?: Sending) => Promise<Reply>;

/** The bench's first moment: 2026-01-01T12:00:00Z. */
const start = Date.UTC(2026, 0, 1, 12);

/** What the bench's office differs in from the usual one. */
export type OfficeSetting = Omit<PowerOfficeGoOptions, keyof TwinOptions>;

/** Puts the twins together. */
export function createBench(seed = 1, setting: OfficeSetting = {}): Bench {
  let now = start;
  const clock = { now: () => now };
  const advance = (ms: number): void => {
    now += ms;
  };
  const ledger = createLedger({ clock });
  const faults = createFaults();
  const options = { clock, ledger, faults, dice: seededDice(seed) };
  const crm = createCrmOffice(options);
  const office = createPowerOfficeGo({ ...options, ...setting });
  return {
    ...twinFetch([crm, office], advance),
    ...{ options, ledger, faults, crm, office },
    advance,
    requests: () => ledger.entries.filter((entry) => entry.kind === 'request'),
    changes: () => ledger.entries.filter((entry) => entry.kind === 'change'),
  };
}

/** A caller with a fresh token of the twin. */
export async function signIn(fetch: TwinFetch['fetch'], twin: Twin): Promise<Caller> {
  const token = await (twin.system === 'PowerOffice GO' ? officeToken : plainToken)(fetch, twin);
  return async (path, { method = 'GET', json, body, headers } = {}) => {
    const sent = json === undefined ? body : JSON.stringify(json);
    const type = json === undefined ? {} : { 'content-type': 'application/json' };
    const response = await fetch(`${twin.baseUrl}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, ...type, ...headers },
      ...(sent === undefined ? {} : { body: sent }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, body: parsed(text) };
  };
}

async function plainToken(fetch: TwinFetch['fetch'], twin: Twin): Promise<string> {
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: twin.credentials['clientId'] ?? '',
    client_secret: twin.credentials['clientSecret'] ?? '',
  });
  return tokenOf(await fetch(`${twin.baseUrl}/connect/token`, { method: 'POST', body }));
}

async function officeToken(fetch: TwinFetch['fetch'], twin: Twin): Promise<string> {
  const keys = `${twin.credentials['applicationKey']}:${twin.credentials['clientKey']}`;
  const response = await fetch(`${twin.baseUrl}/OAuth/Token`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(keys)}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  return tokenOf(response);
}

async function tokenOf(response: Response): Promise<string> {
  const answer: unknown = await response.json();
  const token = typeof answer === 'object' && answer !== null && 'access_token' in answer;
  return token ? String(answer.access_token) : '';
}
