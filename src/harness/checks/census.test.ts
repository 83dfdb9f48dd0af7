import { expect, test } from 'vitest';
import { testStage } from '../test-stage.ts';
import { census, expectCensus } from './census.ts';

test('Records of both sides are counted, and neither may be more or fewer than expected', async () => {
  const { stage } = testStage();
  await stage.source.create();
  await stage.source.create();
  await stage.target.create();
  expect(await census(stage)).toEqual({ source: 2, target: 1 });
  await expect(expectCensus(stage, { source: 2, target: 1 })).resolves.toBeUndefined();
  for (const expected of [
    { source: 1, target: 1 },
    { source: 2, target: 2 },
  ]) {
    await expect(expectCensus(stage, expected)).rejects.toMatchObject({
      violation: {
        message: 'there are more records, or fewer, than people left',
        expected: JSON.stringify(expected),
        found: '{"source":2,"target":1}',
      },
    });
  }
});
