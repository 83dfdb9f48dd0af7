import { recordOf } from '../envelope.ts';
import type { OfficeSession } from '../office-session.ts';
import type { Ask, Reply } from '../wire.ts';

/** Calls of the second version, with its key and a token of its own. */
export type Talk = (path: string, ask?: Ask) => Promise<Reply>;

/** Signs in at the second version. Refuses where there is none. */
export async function talk({ system }: OfficeSession): Promise<Talk> {
  const { secondVersion, send } = system;
  if (!secondVersion) throw new Error('There is no second version');
  const { baseUrl, applicationKey, clientKey, subscriptionKey } = secondVersion;
  const key = { 'ocp-apim-subscription-key': subscriptionKey };
  const authorization = `Basic ${btoa(`${applicationKey}:${clientKey}`)}`;
  const body = new URLSearchParams({ grant_type: 'client_credentials' });
  const headers = { ...key, authorization };
  const { body: token } = await send(`${baseUrl}/OAuth/Token`, { method: 'POST', body, headers });
  const bearer = { authorization: `Bearer ${String(recordOf(token)['access_token'])}` };
  return async (path, ask = {}) => {
    // Its rate is a fifth of the other's.
    await system.clock.sleep(110);
    return send(`${baseUrl}/v2${path}`, { ...ask, headers: { ...key, ...bearer, ...ask.headers } });
  };
}
