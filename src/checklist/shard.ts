import { createHash } from 'node:crypto';

/** One share of a checklist that several runs have between them: `index` is 1 to `total`. */
export interface Shard {
  readonly index: number;
  readonly total: number;
}

/** More shards than this are a slip of the pen. */
export const mostShards = 1000;

/**
 * Which shard runs the checks of each requirement, by id. Ids are dealt out in the order of their
 * hashes: each shard gets as many as the others, and costly kinds do not all fall to the same one.
 */
export function deal(ids: readonly string[], total: number): ReadonlyMap<string, number> {
  const hashed = ids.map((id) => ({ id, hash: createHash('sha256').update(id).digest('hex') }));
  const dealt = hashed.toSorted((a, b) => (a.hash < b.hash ? -1 : 1));
  return new Map(dealt.map(({ id }, place) => [id, (place % total) + 1]));
}

/** The shard in words: `shard 1 of 3`. */
export function shardName({ index, total }: Shard): string {
  return `shard ${index} of ${total}`;
}
