import type { Clock } from '../clock.ts';
import { json } from '../http/answer.ts';
import type { Route } from '../http/route.ts';
import type { Ledger } from '../ledger.ts';
import type { Collection } from './collection.ts';
import { stampText } from './kept.ts';
import { problem } from './problem.ts';
import { instantOf } from './query.ts';

/** What a system remembers of deleted records. */
interface Tombstones {
  readonly ledger: Ledger;
  readonly system: string;
  readonly clock: Clock;
  /** For how long, in milliseconds. */
  readonly keptFor: number;
}

/** `GET /{collection}/deleted?since=T`: what was deleted since then, as long as that is remembered. */
export function deletedRoute({ path, table }: Collection, tombstones: Tombstones): Route {
  const { ledger, system, clock, keptFor } = tombstones;
  const entity = table.entity.name;
  return {
    method: 'GET',
    path: `${path}/deleted`,
    entity,
    kind: 'marks',
    handle: ({ url }) => {
      const asked = url.searchParams.get('since');
      const since = asked === null ? Number.POSITIVE_INFINITY : instantOf(asked);
      if (Number.isNaN(since)) return problem(400, 'since must be ISO 8601 with a zone.');
      if (since < clock.now() - keptFor) return problem(410, 'Deletions that old are forgotten.');
      const items = ledger.entries.flatMap((entry) =>
        entry.kind === 'change' &&
        entry.action === 'delete' &&
        entry.system === system &&
        entry.entity === entity &&
        entry.at >= since
          ? [{ id: entry.id, deletedAt: stampText(entry.at) }]
          : [],
      );
      return json(200, JSON.stringify({ items, until: stampText(clock.now()) }));
    },
  };
}
