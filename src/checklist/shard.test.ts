import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deal, shardName } from './shard.ts';

const ids = fc.uniqueArray(fc.string(), { maxLength: 40 });
const total = fc.integer({ min: 1, max: 9 });

test('every id is dealt to one of the shards, and no shard gets two more than another', () => {
  fc.assert(
    fc.property(ids, total, (all, shards) => {
      const dealt = deal(all, shards);
      expect([...dealt.keys()].toSorted()).toEqual(all.toSorted());
      const sizes = Array.from({ length: shards }, (_, index) =>
        [...dealt.values()].reduce((sum, shard) => sum + Number(shard === index + 1), 0),
      );
      expect(sizes.reduce((a, b) => a + b)).toBe(all.length);
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
    }),
  );
});

test('the order in which ids are named makes no difference', () => {
  fc.assert(
    fc.property(ids, total, (all, shards) => {
      expect(deal(all.toReversed(), shards)).toEqual(deal(all, shards));
    }),
  );
});

test('requirements of one kind do not all fall to one shard', () => {
  const kinds = ['every', 'both-ways', 'property/name=name'];
  const all = Array.from({ length: 30 }, (_, section) =>
    kinds.map((kind) => `section-${section}/${kind}`),
  ).flat();
  const every = [...deal(all, 3)].filter(([id]) => id.endsWith('/every'));
  expect(new Set(every.map(([, shard]) => shard)).size).toBe(3);
});

test('a shard says which of how many it is', () => {
  expect(shardName({ index: 2, total: 3 })).toBe('shard 2 of 3');
});
