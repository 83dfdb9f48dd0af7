import { SyncproofError } from '../../errors.ts';
import type { RemoteRecord } from '../../sync/record.ts';
import type { Call } from '../http/call.ts';
import type { ApiClient } from '../http/client.ts';
import { queryString } from '../http/query.ts';
import { misshapen, unusable } from '../http/reasons.ts';
import { ask } from './envelope.ts';
import { allOf } from './filter.ts';
import type { GoKind } from './kinds.ts';
import { envelopes } from './rows.ts';

/** Where rows are read from. */
export interface Source {
  readonly api: ApiClient;
  readonly kind: GoKind;
}

interface Page {
  readonly records: readonly RemoteRecord[];
  /** How many records there are from this page on. */
  readonly count: number;
}

/** Rows a page: no answer grows large enough to time out, and 50 requests a second read 25 000. */
const pageSize = 500;

/** How often a page that does not add up is read before the list is given up. */
const attempts = 3;

/**
 * All rows that meet the conditions, by rising id. Each page starts after the last id instead of
 * at an offset, because an offset skips and repeats rows while others come and go (apis.md S13).
 */
export async function* pages(
  source: Source,
  conditions: readonly string[],
): AsyncGenerator<readonly RemoteRecord[]> {
  let after: string | undefined;
  let left = 0;
  do {
    const page = await steadyPage(source, { conditions, after });
    yield page.records;
    after = page.records.at(-1)?.id;
    left = page.count - page.records.length;
  } while (left > 0);
}

interface From {
  readonly conditions: readonly string[];
  readonly after: string | undefined;
}

async function steadyPage(source: Source, { conditions, after }: From): Promise<Page> {
  const all = after === undefined ? conditions : [...conditions, `Id gt ${after}`];
  const filter: [string, string][] = all.length === 0 ? [] : [['$filter', allOf(all)]];
  const query = queryString([...filter, ['$orderby', 'Id'], ['$top', `${pageSize}`]]);
  const call: Call = { method: 'GET', target: source.kind.listed + query };
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const page = await readPage(source, call);
    if (addsUp(page, after)) return page;
  }
  const problem = `answered with rows out of order, or fewer than it counts, ${attempts} times`;
  throw new SyncproofError('answer', unusable({ system: source.api.system, call }, problem));
}

async function readPage({ api, kind }: Source, call: Call): Promise<Page> {
  const result = await ask(api, call);
  if (result.kind !== 'data') throw new SyncproofError('answer', result.reason);
  const page = envelopes(kind).page.safeParse(result.envelope);
  if (page.success) return { records: page.data.data, count: page.data.count };
  const problem = misshapen(page.error);
  throw new SyncproofError('answer', unusable({ system: api.system, call }, problem));
}

/** Whether a page is full, or holds all that is left, and rises from where the last one ended. */
function addsUp({ records, count }: Page, after: string | undefined): boolean {
  const rows = records.length;
  if (rows !== count && !(rows === pageSize && rows < count)) return false;
  let last = BigInt(after ?? -1);
  return records.every(({ id }) => {
    const rises = BigInt(id) > last;
    last = BigInt(id);
    return rises;
  });
}
