import { twinFetch } from '../../mocks/http/fetch.ts';
import { createTwinSet } from '../../mocks/serve/twin-set.ts';
import { virtualClock } from '../../src/clock.ts';
import { conformanceKinds } from './twin-kinds.ts';
import { type Systems, twinSystems } from './twin-systems.ts';

/** The twins' systems without a socket, in virtual time; all reads are `lag` milliseconds behind. */
export async function twinsInProcess(lag = 0): Promise<Systems> {
  const clock = virtualClock(Date.UTC(2026, 0, 1, 12));
  const secondVersionAt = (baseUrl: string) => baseUrl.replace('https://', 'https://goapi.');
  const kinds = conformanceKinds({ secondVersionAt, ...(lag === 0 ? {} : { replicaLag: lag }) });
  const baseUrls = new Map(kinds.map(({ name }) => [name, `https://${name.toLowerCase()}.test`]));
  const { twins } = await createTwinSet({ kinds, baseUrls, seed: 1, faults: [] }, clock);
  const { fetch } = twinFetch([...twins.values()], clock.advance);
  const addresses = [...twins].map(([name, { baseUrl, credentials, ...twin }]) => {
    const endpoints = twin.endpoints.map((endpoint) => endpoint.baseUrl);
    return { name, baseUrl: baseUrls.get(name) ?? baseUrl, endpoints, credentials };
  });
  return twinSystems(addresses, { fetch, clock, settling: lag });
}
