import { expect, test } from 'vitest';
import { testBench } from '../test-bench.ts';
import { batchChecks } from './batches.ts';

test('Where nothing is carried no edit can show whose counterpart is whose', () => {
  const idsOf = (properties: Parameters<typeof testBench>[0]['properties']) => {
    const bench = testBench({ properties: properties ?? {}, offers: { target: ['batches'] } });
    return batchChecks.filter(({ applies }) => applies?.({ bench })).map(({ id }) => id);
  };
  expect(idsOf({ name: { type: 'string' } })).toContain('batch-answered-out-of-order');
  expect(idsOf({})).not.toContain('batch-answered-out-of-order');
  expect(idsOf({})).toContain('batch-partly-refused');
});
