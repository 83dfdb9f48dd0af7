import { InvalidArgumentError } from 'commander';
import { mostShards, type Shard } from '../checklist/shard.ts';

/** Reads `2/3`: the second of three shards. Refuses anything else, and a shard beyond the last. */
export function shardOption(text: string): Shard {
  const [, first, second] = /^(\d{1,4})\/(\d{1,4})$/.exec(text) ?? [];
  const [index, total] = [Number(first), Number(second)];
  if (index >= 1 && index <= total && total <= mostShards) return { index, total };
  throw new InvalidArgumentError(`It must be like 2/3, of at most ${mostShards} shards.`);
}
