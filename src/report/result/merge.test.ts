import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkOf, requirementOf, resultOf, sectionOf } from '../../../fixtures/results/builders.ts';
import { anyShardedRun } from '../../../fixtures/results/sharded.ts';
import { serializeResult } from './json.ts';
import { mergeResults } from './merge.ts';
import type { CheckResult, Result, RunIdentity } from './model.ts';
import { withWaivers } from './waivers.ts';

/** A shard with one requirement, which has one check. */
function shardOf(run: Partial<RunIdentity>, check: Partial<CheckResult> = {}): Result {
  const base = resultOf();
  const checks = [checkOf(check)];
  const { verdict = 'passed', reason = 'Held.' } = check;
  return resultOf({
    run: { ...base.run, shard: { index: 1, total: 1 }, ...run },
    outcome: 'incomplete',
    sections: [sectionOf({ requirements: [requirementOf({ verdict, reason, checks })] })],
  });
}

function only(result: Result) {
  return result.sections[0]?.requirements[0];
}

test('a run that was dealt to any number of shards merges back to the same bytes', () => {
  fc.assert(
    fc.property(anyShardedRun, ({ whole, shards }) => {
      expect(serializeResult(mergeResults(shards))).toBe(serializeResult(whole));
    }),
    { numRuns: 200 },
  );
});

test('without one of its shards a run is not accepted, and what is missing is said', () => {
  fc.assert(
    fc.property(
      anyShardedRun.filter(({ shards }) => shards.length > 1),
      ({ shards }) => {
        const [missing, ...others] = shards;
        const merged = mergeResults(others);
        const name = `shard ${missing?.run.shard?.index} of ${shards.length} is missing`;
        expect(merged.outcome).not.toBe('accepted');
        expect(merged.run.interrupted).toContain(name);
        if (merged.outcome === 'incomplete') expect(merged.sentence).toBe(`Incomplete: ${name}.`);
      },
    ),
    { numRuns: 100 },
  );
});

test.each([
  ['another seed', { run: { ...resultOf().run, seed: 2 } }, /seed of shard 2 of 2 is 2/],
  ['another engine', { run: { ...resultOf().run, engine: 'b\n' } }, /engine .* is b\\u\{A\}/],
  ['another version', { run: { ...resultOf().run, version: '9' } }, /version/],
  ['another document', { document: { ...resultOf().document, digest: 'a'.repeat(64) } }, /digest/],
])('a shard of %s is refused', (_, over, problem) => {
  const first = shardOf({ shard: { index: 1, total: 2 } });
  const other = { ...first, ...over };
  const second = { ...other, run: { ...other.run, shard: { index: 2, total: 2 } } };
  expect(() => mergeResults([first, second])).toThrow(
    expect.objectContaining({ code: 'results', message: expect.stringMatching(problem) }),
  );
});

test('a run that was divided otherwise is refused', () => {
  const shards = [2, 3].map((total) => shardOf({ shard: { index: 1, total } }));
  expect(() => mergeResults(shards)).toThrow(/number of shards/);
});

test('a whole result, and no result at all, are refused', () => {
  expect(() => mergeResults([resultOf()])).toThrow(/no shard/);
  expect(() => mergeResults([])).toThrow(expect.objectContaining({ code: 'results' }));
});

test('a check that was run twice with different verdicts failed, and both are shown', () => {
  const again = '2026-11-23T09:00:00.000Z';
  const merged = mergeResults([
    shardOf({}),
    shardOf({ started: again }, { verdict: 'blocked', reason: 'No answer.' }),
  ]);
  expect(merged.outcome).toBe('not accepted');
  expect(only(merged)?.checks).toHaveLength(1);
  const said = `shard 1 of 1, started ${again}: blocked (No answer.)`;
  expect(only(merged)).toMatchObject({
    verdict: 'failed',
    reason: expect.stringContaining(said),
    checks: [{ verdict: 'failed', violation: { message: expect.stringContaining('passed (') } }],
  });
});

test('a check that was run twice with the same verdict is there once', () => {
  const merged = mergeResults([shardOf({}), shardOf({ started: '2026-11-23T09:00:00.000Z' })]);
  expect(merged.outcome).toBe('accepted');
  expect(only(merged)?.checks).toHaveLength(1);
});

test('a shard that was stopped makes the whole incomplete, though all of its checks passed', () => {
  const merged = mergeResults([shardOf({ interrupted: 'the harness broke' })]);
  expect(merged.sentence).toBe('Incomplete: in shard 1 of 1, the harness broke.');
});

test('what is waived stays waived, also where two runs of its shard differ', () => {
  const waiver = { name: 'Kari', reason: 'Known.', until: '2026-12-31' };
  const failed = shardOf(
    { started: '2026-11-23T09:00:00.000Z' },
    { verdict: 'failed', reason: 'Why' },
  );
  const waived = [shardOf({}), failed].map((result) =>
    withWaivers(result, [{ ...waiver, requirement: only(result)?.id ?? '' }]),
  );
  for (const shards of [waived, waived.slice(1)]) {
    expect(only(mergeResults(shards))).toMatchObject({ verdict: 'waived', waiver });
  }
});

test('the whole took from the first start to the last end', () => {
  const times = [
    { started: '2026-11-23T08:00:00.000Z', durationMs: 5000 },
    { started: '2026-11-23T08:00:01.000Z', durationMs: 1000 },
  ];
  expect(mergeResults(times.map((each) => shardOf(each))).run).toMatchObject(times[0] ?? {});
});
