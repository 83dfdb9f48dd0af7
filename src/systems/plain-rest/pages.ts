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

/** How often a page, or a list, in which rows have moved is read before it is given up. */
const attempts = 3;

type Parameters = readonly (readonly [string, string])[];

/**
 * All records that the parameters ask for, page by page. The dialect lists by rising id, so that
 * no row can be lost between two pages; a list that ends with fewer rows than it counts by then
 * is read again, and rows may come twice. Throws `answer` where rows keep moving, pages lead out
 * of the API, or do not add up to the promised total.
 */
export async function* pages(
  { api, path }: Collection,
  parameters: Parameters,
): AsyncGenerator<readonly RemoteRecord[]> {
  const target = path + queryString([['limit', `${pageSize}`], ...parameters]);
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    if (yield* onePass(api, { method: 'GET', target })) return;
  }
  const sum = `answered with fewer records than it counts, ${attempts} times`;
  throw new SyncproofError(
    'answer',
    unusable({ system: api.system, call: { method: 'GET', target } }, sum),
  );
}

/** Returns whether all that are counted at the end have been shown. */
async function* onePass(
  api: ApiClient,
  first: Call,
): AsyncGenerator<readonly RemoteRecord[], boolean> {
  let rows = 0;
  let after = '';
  for (let call = first; ; ) {
    const { items, total, next } = await steadyPage(api, call, after);
    rows += items.length;
    after = items.reduce((highest, { id }) => (isHigher(id, highest) ? id : highest), after);
    yield items;
    if (next === undefined) return rows >= total;
    call = { method: 'GET', target: targetOf(api, { call, next }) };
  }
}

/** A page whose rows all come behind those of the page before, each once. */
async function steadyPage(api: ApiClient, call: Call, after: string): ReturnType<typeof readPage> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const page = await readPage(api, call);
    const ids = new Set(page.items.map(({ id }) => id));
    const stalls = page.next !== undefined && ids.size === 0;
    const moved = ids.size < page.items.length || ![...ids].every((id) => isHigher(id, after));
    if (!stalls && !moved) return page;
  }
  const problem = `answered with rows of another page, or none, ${attempts} times`;
  throw new SyncproofError('answer', unusable({ system: api.system, call }, problem));
}

/** Ids are whole numbers as texts, of any length. */
function isHigher(id: string, than: string): boolean {
  return id.length === than.length ? id > than : id.length > than.length;
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
