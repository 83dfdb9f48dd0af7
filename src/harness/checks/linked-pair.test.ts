import { expect, test } from 'vitest';
import { customersSection } from '../test-sections.ts';
import { testStage } from '../test-stage.ts';
import { made } from '../test-world.ts';
import { expectArrived, firstRow, linkedPairs, secondRow } from './linked-pair.ts';

const row = { source: 'city', target: 'town', type: '"string"', line: 4 };

/** A stage on which the engine makes what each new record of Customers is promised, once. */
function copying() {
  let copied = 0;
  const names: string[] = [];
  const told = testStage({
    cycle: ({ change }) => {
      for (; copied < names.length; copied += 1) {
        const fullName = names[copied] ?? null;
        change({ ...made, id: `9${copied}`, fields: { fullName } });
      }
      return undefined;
    },
    world: {
      newRecord: {
        source: () => {
          names.push(`Person ${names.length}`);
          return { name: names.at(-1) ?? null };
        },
        target: () => ({}),
      },
    },
  });
  return told.stage;
}

test('Several pairs are made in one moment, just as many as are asked for', async () => {
  const stage = copying();
  const pairs = await linkedPairs(stage, 3);
  expect(pairs.map(({ sourceId, targetId }) => [sourceId, targetId])).toEqual([
    ['1', '90'],
    ['2', '91'],
    ['3', '92'],
  ]);
  const creates = stage.world.ledger.entries.flatMap((entry) =>
    entry.kind === 'change' && entry.author === 'user' ? [entry.at] : [],
  );
  expect(new Set(creates).size).toBe(1);
});

test('One pair is not several', async () => {
  await expect(linkedPairs(copying(), 1)).rejects.toMatchObject({
    code: 'check',
    message: '1 are not several pairs',
  });
});

test('The rows on which anything can be shown are the first two', () => {
  const { stage } = testStage();
  expect([firstRow(stage).source, secondRow(stage).source]).toEqual(['name', 'city']);
  const properties = stage.bench.rows.slice(0, 1);
  const narrow = testStage({ sections: [customersSection({ properties })] }).stage;
  expect(() => secondRow(narrow)).toThrow(expect.objectContaining({ code: 'check' }));
});

test('An edit has arrived where it still stands and says the same on the other side', async () => {
  const { stage } = testStage();
  const pair = {
    sourceId: await stage.source.create({ city: 'Oslo' }),
    targetId: await stage.target.create({ town: 'Bergen' }),
  };
  const arrival = { pair, row, from: 'source' } as const;
  await expect(expectArrived(stage, { ...arrival, value: 'Bergen' })).rejects.toMatchObject({
    violation: {
      message: 'city no longer holds what the user typed into it',
      expected: '"Bergen"',
      found: '"Oslo"',
    },
  });
  await expect(expectArrived(stage, { ...arrival, value: 'Oslo' })).rejects.toMatchObject({
    violation: {
      message: 'the edit of city did not reach town on the other side',
      expected: '"Oslo"',
      found: '"Bergen"',
    },
  });
  await stage.target.edit(pair.targetId, { town: 'Oslo' });
  await expect(expectArrived(stage, { ...arrival, value: 'Oslo' })).resolves.toBeUndefined();
  await expect(
    expectArrived(stage, { ...arrival, from: 'target', value: 'Oslo' }),
  ).resolves.toBeUndefined();
});

test('To a side that is only read nothing has to arrive, and what was typed still has to stand', async () => {
  const { stage } = testStage({ settings: { share: { target: false } } });
  const pair = {
    sourceId: await stage.source.create({ city: 'Oslo' }),
    targetId: await stage.target.create({ town: 'Bergen' }),
  };
  const arrived = (from: 'source' | 'target', value: string) =>
    expectArrived(stage, { pair, row, from, value });
  await expect(arrived('source', 'Oslo')).resolves.toBeUndefined();
  await expect(arrived('source', 'Bergen')).rejects.toThrow('no longer holds');
  await expect(arrived('target', 'Bergen')).rejects.toThrow('did not reach');
});
