import type { Fields, Generated } from './generated.ts';

/** What has been asked of a stand-in, tokens left out. */
export interface Asked {
  reads: number;
  writes: number;
}

interface StandIn {
  readonly fetch: typeof fetch;
  readonly asked: Asked;
}

/**
 * A system of one collection that speaks the plain REST dialect. It makes its records up, so
 * creates must come in the order of the numbers.
 */
export function standIn(path: string, records: Generated): StandIn {
  const asked: Asked = { reads: 0, writes: 0 };
  const answer = async (request: Request): Promise<object> => {
    const url = new URL(request.url);
    if (url.pathname === '/connect/token') return token;
    asked[request.method === 'GET' ? 'reads' : 'writes'] += 1;
    const number = Number(url.pathname.slice(path.length + 1));
    switch (request.method) {
      case 'GET':
        return number === 0 ? page(url, records) : records.record(number);
      case 'PATCH':
        records.edit(number, (await request.json()) as Fields);
        return records.record(number);
      default:
        records.size += 1;
        return records.record(records.size);
    }
  };
  return {
    asked,
    fetch: async (input, init) => Response.json(await answer(new Request(input, init))),
  };
}

const token = { access_token: 'stand-in', token_type: 'Bearer', expires_in: 3600 };

function page(url: URL, records: Generated): object {
  const query = url.searchParams;
  const since = query.get('modifiedSince');
  const { numbers, total, more } = records.list({
    since: since === null ? Number.NEGATIVE_INFINITY : Date.parse(since),
    after: Number(query.get('cursor')),
    limit: Number(query.get('limit')),
  });
  query.set('cursor', `${numbers.at(-1)}`);
  return {
    items: numbers.map((number) => records.record(number)),
    total,
    ...(more ? { next: `${url}` } : {}),
  };
}
