import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createBench } from './bench.ts';
import type { FaultPlan } from './faults/plan.ts';
import { type Drawn, requests } from './fuzz-requests.ts';
import type { Endpoint, Sent } from './http/wire.ts';

/** Histories of 40 requests each: few unless the environment asks for more. */
const numRuns = Number(process.env['SYNCPROOF_FUZZ_RUNS'] ?? 25);

interface Desk {
  readonly endpoint: Endpoint;
  readonly good: Readonly<Record<string, string>>;
}

/** What is there at the beginning, so that ids lead somewhere. */
const furniture = [
  ['crm', 'Activities', { subject: 'a' }],
  ['crm', 'Contacts', { givenName: 'a' }],
  ['office', 'Timetrackingactivity', { activityType: 200, code: 'a', name: 'a' }],
  ['office', 'Customer', { name: 'a' }],
  ['office', 'Supplier', { name: 'a' }],
  ['office', 'Project', { name: 'a', code: 'P' }],
  ['office', 'Contactperson', { partyId: 1012, firstName: 'a', lastName: 'b' }],
] as const;

/** Both systems, and for each endpoint headers that are good. */
async function openEndpoints() {
  const none = Number.POSITIVE_INFINITY;
  const bench = createBench(1, { requestsPerSecond: none, v2RequestsPerSecond: none });
  const { applicationKey, clientKey, subscriptionKey = '' } = bench.office.credentials;
  const { clientId, clientSecret } = bench.crm.credentials;
  const basic = `Basic ${btoa(`${applicationKey}:${clientKey}`)}`;
  const grant = 'grant_type=client_credentials';
  const asked = [
    ['/connect/token', {}, `${grant}&client_id=${clientId}&client_secret=${clientSecret}`],
    ['/OAuth/Token', { authorization: basic }, grant],
    ['/OAuth/Token', { authorization: basic, 'ocp-apim-subscription-key': subscriptionKey }, grant],
  ] as const;
  const endpoints = [...bench.crm.endpoints, ...bench.office.endpoints];
  const desks = endpoints.map((endpoint, at): Desk => {
    const [path, own, body] = asked[at] ?? asked[0];
    const headers = new Headers({ ...own, 'content-type': 'application/x-www-form-urlencoded' });
    const sent = { method: 'POST', url: `${endpoint.baseUrl}${path}`, headers, body };
    const { access_token } = JSON.parse(endpoint.answer(sent).body);
    return { endpoint, good: { ...own, authorization: `Bearer ${access_token}` } };
  });
  for (const [party, entity, record] of furniture) {
    await bench[party].party.create(entity, record);
  }
  return { bench, desks };
}

/** Plays a history on fresh twins; a twin that throws fails the run. Returns the statuses. */
async function play(drawn: readonly Drawn[], plan: FaultPlan): Promise<readonly number[]> {
  const { bench, desks } = await openEndpoints();
  bench.faults.inject(plan);
  return drawn.map((request) => {
    const desk = desks[request.at];
    if (!desk) throw new Error(`There is no endpoint ${request.at}`);
    bench.advance(100);
    return desk.endpoint.answer(sentTo(desk, request)).status;
  });
}

function sentTo(desk: Desk, { method, place, query, body, type, ...more }: Drawn): Sent {
  const headers = new Headers(more.authorized ? desk.good : {});
  if (type !== '') headers.set('content-type', type);
  if (more.condition !== undefined) headers.set('if-match', more.condition);
  const url = `${desk.endpoint.baseUrl}${place}?${new URLSearchParams(query)}`;
  return { method, url, headers, body: method === 'GET' || method === 'HEAD' ? '' : body };
}

const histories = fc.array(requests, { minLength: 40, maxLength: 40 });

test('no request, however odd, makes a twin throw, fail or answer outside its contract', async () => {
  const property = fc.asyncProperty(histories, async (drawn) => {
    const odd = (await play(drawn, [])).filter((status) => status < 200 || status >= 500);
    expect(odd).toEqual([]);
  });
  await fc.assert(property, { numRuns, seed: 1 });
});

/** Faults that leave nothing as it is. */
const turmoil: FaultPlan = [
  { code: 'F1', ms: 300 },
  { code: 'F9', how: 'cap', rows: 1 },
  { code: 'F10', reorder: true, twice: true, times: 'always' },
  { code: 'F8', ids: ['1004'], chance: 0.3 },
  { code: 'F11', format: 'zone', chance: 0.3 },
  { code: 'F12', ms: 250 },
  { code: 'F16', how: 'text', property: 'id', chance: 0.3 },
  { code: 'F4', effect: true, chance: 0.1 },
  { code: 'F2', chance: 0.1 },
  { code: 'F5', how: 'cut', chance: 0.1 },
];

test('nor does any request under faults', async () => {
  const property = fc.asyncProperty(histories, async (drawn) => {
    expect(await play(drawn, turmoil)).toHaveLength(drawn.length);
  });
  await fc.assert(property, { numRuns, seed: 2 });
});
