import type { RequestEntry } from '../../evidence/ledger.ts';

/** The address that a request went to, without its conditions. */
export function pathOf({ url }: Pick<RequestEntry, 'url'>): string {
  return url.split('?', 1).join();
}

/**
 * The id of the one record that a request is about: the one in its body, the only one that a
 * condition asks for (`id=9`, `$filter=(Id eq 9)`), or else the end of its path, which of a request
 * about many is no record's id. `''` where there is none.
 */
export function addressed(request: Pick<RequestEntry, 'url' | 'request'>): string {
  const { url } = request;
  const [, query = ''] = url.split('?', 2);
  const asked = [...new URLSearchParams(query)].map(([name, value]) => `${name}=${value}`);
  const [only] = asked.flatMap((condition) => condition.match(byId)?.[1] ?? []);
  const end = pathOf(request)
    .split('/')
    .findLast((part) => part !== '');
  return idIn(request.request) ?? only ?? end ?? '';
}

/** One condition, and nothing beside it. */
const byId = /^(?:\$filter=\(?)?id\s*(?:=|eq)\s*'?([\w-]+)'?\)?$/i;

function idIn(body: string): string | undefined {
  const id = /^\{(?:[^{}[\]]*,)?\s*"id":\s*("[^"]*"|\d+)/.exec(body)?.[1];
  return id?.replaceAll('"', '');
}
