import { InvalidArgumentError } from 'commander';
import { expect, test } from 'vitest';
import { shardOption } from './shard-option.ts';

test('an index and a total are a shard', () => {
  expect(shardOption('2/3')).toEqual({ index: 2, total: 3 });
  expect(shardOption('1/1000')).toEqual({ index: 1, total: 1000 });
});

test.each(['', '1', '0/3', '4/3', '1/0', '1/1001', '-1/3', '1/2/3', ' 1/2', '1.5/2', 'a/b'])(
  '%j is refused',
  (text) => {
    expect(() => shardOption(text)).toThrow(InvalidArgumentError);
  },
);
