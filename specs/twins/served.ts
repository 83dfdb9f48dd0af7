import { onTestFinished } from 'vitest';
import { ourTwins } from '../../fixtures/twins/our-twins.ts';
import { type Bounds, usualBounds } from '../../mocks/serve/listener.ts';
import { type Served, serve } from '../../mocks/serve/serve.ts';
import { wallClock } from '../../src/clock.ts';

/** Both twins on sockets of their own, for one test. */
export interface ServedForTest {
  readonly served: Served;
  readonly crm: string;
  readonly office: string;
  readonly control: string;
  /** What handlers threw; a test that finds any here has found a defect. */
  readonly defects: readonly unknown[];
  /** Calls the control API. */
  ask(method: string, path: string, body?: unknown): Promise<Told>;
  /** Headers with a good token of PowerOffice GO. */
  officeToken(): Promise<Readonly<Record<string, string>>>;
  crmToken(): Promise<Readonly<Record<string, string>>>;
}

/** An answer of the control API, read. */
export interface Told {
  readonly status: number;
  readonly body: unknown;
}

/** Serves both twins on free ports until the test is over. */
export async function servedForTest(
  more: { readonly records?: number; readonly bounds?: Partial<Bounds> } = {},
): Promise<ServedForTest> {
  const defects: unknown[] = [];
  const seed = 1;
  const served = await serve({
    kinds: ourTwins({ seed, records: more.records ?? 0 }),
    seed,
    port: 0,
    clock: wallClock,
    faults: '[]',
    onDefect: (defect) => defects.push(defect),
    bounds: { ...usualBounds, ...more.bounds },
  });
  onTestFinished(() => served.drain(1000));
  const [crm, office] = served.twins;
  if (!crm || !office) throw new Error('Two twins are served');
  const { control } = served;
  return {
    ...{ served, control, defects, crm: crm.baseUrl, office: office.baseUrl },
    ask: async (method, path, body) => {
      const json = { 'content-type': 'application/json' };
      const sent = body === undefined ? {} : { body: JSON.stringify(body), headers: json };
      const response = await fetch(`${control}${path}`, { method, ...sent });
      const text = await response.text();
      return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
    },
    officeToken: () => {
      const { applicationKey, clientKey } = office.credentials;
      return token(`${office.baseUrl}/OAuth/Token`, {
        headers: { authorization: `Basic ${btoa(`${applicationKey}:${clientKey}`)}` },
      });
    },
    crmToken: () => {
      const { clientId = '', clientSecret = '' } = crm.credentials;
      const keys = { client_id: clientId, client_secret: clientSecret };
      return token(`${crm.baseUrl}/connect/token`, {}, keys);
    },
  };
}

async function token(
  url: string,
  init: RequestInit,
  keys: Readonly<Record<string, string>> = {},
): Promise<Readonly<Record<string, string>>> {
  const body = new URLSearchParams({ grant_type: 'client_credentials', ...keys });
  const response = await fetch(url, { method: 'POST', ...init, body });
  const answer = (await response.json()) as { access_token: string };
  return { authorization: `Bearer ${answer.access_token}` };
}
