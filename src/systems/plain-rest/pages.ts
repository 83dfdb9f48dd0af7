import { SyncproofError } from '../../errors.ts';
import type { RemoteRecord } from '../../sync/record.ts';
import type { Call } from '../http/call.ts';
import type { ApiClient } from '../http/client.ts';
import { queryString } from '../http/query.ts';
import { misshapen, unusable } from '../http/reasons.ts';
import { bodyOf } from './answers.ts';
import type { Collection } from './collection.ts';
import { pageBody } from './wire.ts';

/** The most that the dialect gives at once: the fewest requests, and little to hold in memory. */
const pageSize = 500;

/**
 * All pages of the records that the parameters ask for. Throws `answer` where the pages repeat
 * themselves, lead out of the API, or do not add up to the promised total.
 */
export async function* pages(
  { api, path }: Collection,
  parameters: readonly (readonly [string, string])[],
): AsyncGenerator<readonly RemoteRecord[]> {
  const seen = new Set<string>();
  let target: string | undefined = path + queryString([['limit', `${pageSize}`], ...parameters]);
  while (target !== undefined) {
    const call: Call = { method: 'GET', target };
    const { items, total, next } = await readPage(api, call);
    const before = seen.size;
    for (const { id } of items) seen.add(id);
    const repeats = seen.size < before + items.length;
    const stalls = next !== undefined && items.length === 0;
    const lacks = next === undefined && seen.size < total;
    if (repeats || stalls || lacks) {
      const sum = `answered with pages that hold ${seen.size} records of ${total}, some of them twice or none`;
      throw new SyncproofError('answer', unusable({ system: api.system, call }, sum));
    }
    yield items;
    target = next === undefined ? undefined : targetOf(api, { call, next });
  }
}

async function readPage(api: ApiClient, call: Call) {
  const asked = { system: api.system, call };
  const page = pageBody.safeParse(bodyOf(asked, await api.send(call)));
  if (page.success) return page.data;
  throw new SyncproofError('answer', unusable(asked, misshapen(page.error)));
}

/** The next page's target. An address outside the API would be handed the token. */
function targetOf({ system, baseUrl }: ApiClient, asked: { call: Call; next: string }): string {
  const { call, next } = asked;
  if (next.startsWith(`${baseUrl}/`)) return next.slice(baseUrl.length);
  const problem = 'answered with a next page outside the API';
  throw new SyncproofError('answer', unusable({ system, call }, problem));
}
