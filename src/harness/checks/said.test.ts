import { expect, test } from 'vitest';
import { BrokenPromise } from '../broken-promise.ts';
import type { Stage } from '../stage/stage.ts';
import type { EngineReport } from '../system-under-test.ts';
import { testStage } from '../test-stage.ts';
import { expectBrokenLink, expectReported, isNamed, isReported, problemsSince } from './said.ts';

type Problem = EngineReport['problems'][number];

/** A stage on which an engine has said this, pass after pass. */
async function stageAfter(...passes: readonly (readonly Problem[])[]): Promise<Stage> {
  const left = [...passes];
  const { stage } = testStage({ cycle: () => ({ problems: left.shift() ?? [], conflicts: [] }) });
  await stage.cycle(passes.length);
  return stage;
}

const late: Problem = { kind: 'read', reason: 'late' };
const broken: Problem = { kind: 'broken', reason: 'gone' };
const about = (side: 'source' | 'target', id: string): Problem => ({
  ...{ kind: 'refused', reason: 'no name' },
  record: { side, id },
});

test('What was said since a report is that of all reports from it on', async () => {
  const stage = await stageAfter([late], [broken, late], [broken]);
  expect(problemsSince(stage, 0)).toEqual([late, broken, late, broken]);
  expect(problemsSince(stage, 2)).toEqual([broken]);
  expect(problemsSince(stage, 3)).toEqual([]);
});

test('A source record is reported where the last word names it, and no other', async () => {
  const stage = await stageAfter(
    [about('source', '7')],
    [late, about('source', '8'), about('target', '9')],
  );
  expect(['7', '8', '9'].filter((id) => isReported(stage, id))).toEqual(['8']);
  expect(() => expectReported(stage, '8')).not.toThrow();
  expect(() => expectReported(stage, '7')).toThrow('does not report Acme Customers 7');
  expect(isReported(await stageAfter(), '8')).toBe(false);
});

test('A pair is named where one of the two is, if it was said since', async () => {
  const stage = await stageAfter([about('source', '7')], [about('target', '9')]);
  const pair = (sourceId: string, targetId: string) => ({ sourceId, targetId });
  expect([isNamed(stage, pair('7', '1')), isNamed(stage, pair('1', '9'))]).toEqual([true, true]);
  expect(isNamed(stage, pair('9', '7'))).toBe(false);
  expect([isNamed(stage, pair('7', '1'), 1), isNamed(stage, pair('1', '9'), 1)]).toEqual([
    ...[false, true],
  ]);
});

test('One broken link among all that is said is enough, if it was said since', async () => {
  const stage = await stageAfter([late, broken], [late]);
  expect(() => expectBrokenLink(stage)).not.toThrow();
  expect(() => expectBrokenLink(stage, 1)).toThrow(BrokenPromise);
  expect(() => expectBrokenLink(stage, 1)).toThrow('does not report that the link is broken');
});
