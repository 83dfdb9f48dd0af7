import type { Side } from '../../settings.ts';
import { inWords, recordName } from '../basis/bench.ts';
import { isSharedBothWays } from '../basis/shared-sides.ts';
import { isTraceable } from '../basis/traceable.ts';
import { Blocked } from '../broken-promise.ts';
import type { KillPoint } from '../kill-point.ts';
import type { Stage } from '../stage/stage.ts';
import { attempt } from './attempt.ts';
import { census, expectCensus } from './census.ts';
import type { Check } from './check.ts';
import { propertyName, rowOf } from './edits.ts';
import { at, editAnew, expectArrived, firstRow, linkedPair, linkedPairs } from './linked-pair.ts';
import { passLookBack } from './look-back.ts';
import { expectReported, isNamed } from './said.ts';

/** More requests and store writes than a pass over a few records has. */
const points: readonly KillPoint[] = (['request', 'commit'] as const).flatMap((on) =>
  Array.from({ length: 10 }, (_, i) => i + 1).flatMap((nth) =>
    (['before', 'after'] as const).map((phase) => ({ on, nth, phase })),
  ),
);

const diesWhileCreating: Check = {
  id: 'dies-while-creating',
  kind: 'every',
  thorough: true,
  applies: ({ bench }) => isTraceable(bench),
  title: ({ bench }) =>
    `An engine that is killed at any request or write to its memory makes each ${bench.section.target} once, and passes none over`,
  play: async (stage) => {
    for (const [index, point] of points.entries()) {
      attempt(stage, index);
      const ids = [await stage.source.create()];
      passLookBack(stage);
      ids.push(await stage.source.create());
      stage.kill(point);
      await outlive(stage);
      for (const id of ids) await stage.counterpart(id);
    }
  },
};

const diesWhileUpdating = (from: Side): Check => ({
  id: `dies-while-carrying-from-${from}`,
  kind: 'property',
  thorough: true,
  title: (s) =>
    `An edit of ${propertyName(s, from)} arrives although the engine is killed at any request or write to its memory`,
  play: async (stage, subject) => {
    const [pair, other] = await linkedPairs(stage, 2);
    const row = rowOf(subject);
    for (const [index, point] of points.entries()) {
      attempt(stage, index);
      const value = await editAnew(stage, { pair, row, from });
      passLookBack(stage);
      await editAnew(stage, { pair: other, row, from });
      stage.kill(point);
      await outlive(stage);
      await expectArrived(stage, { pair, row, from, value });
    }
  },
});

/** Where a pass that makes one record can die with the record made: nobody has learnt of it. */
const afterRequests = points.filter(({ on, phase }) => on === 'request' && phase === 'after');

const deletedWhileDead: Check = {
  id: 'deleted-while-dead',
  kind: 'every',
  thorough: true,
  title: ({ bench }) =>
    `One ${bench.section.target} record that an engine made right before it was killed, and whose ${bench.section.source} a user deletes before it runs again, is reported`,
  play: async (stage) => {
    const before = await census(stage);
    const ids: string[] = [];
    let orphans = 0;
    for (const [index, point] of afterRequests.entries()) {
      attempt(stage, index);
      const id = await stage.source.create();
      stage.kill(point);
      await stage.cycle();
      stage.spare();
      // Who lived on has linked what it made, and deletes it as any other.
      if (stage.reports.at(-1)?.died === true && stage.isPaired(id)) orphans += 1;
      await stage.source.remove(id);
      await stage.rest();
      ids.push(id);
    }
    await stage.sweep();
    const made = ids.filter(stage.isPaired);
    if (orphans === 0) throw new Blocked('It never died right after it had made anything');
    await expectCensus(stage, { ...before, target: before.target + made.length });
    for (const sourceId of made) {
      const pair = { sourceId, targetId: await stage.counterpart(sourceId) };
      stage.expect({
        holds: isNamed(stage, pair),
        message: `the engine does not report that ${inWords(recordName(stage.bench, 'target', pair.targetId))} is left over`,
      });
    }
  },
};

const diesUnmarked: Check = {
  id: 'dies-while-creating-unmarked',
  kind: 'every',
  thorough: true,
  applies: ({ bench }) => !isTraceable(bench),
  title: ({ bench }) =>
    `Where nothing tells one new ${bench.section.target} from others, an engine that is killed at any request makes none twice, and reports what it holds back`,
  play: async (stage) => {
    for (const [index, point] of afterRequests.entries()) {
      attempt(stage, index);
      const id = await stage.source.create();
      stage.kill(point);
      await stage.cycle();
      stage.spare();
      await stage.cycle(stage.world.settings.quietCycles);
      if (stage.isPaired(id)) await stage.counterpart(id);
      else expectReported(stage, id);
      // Whoever is told of it puts it right.
      await stage.source.remove(id);
    }
  },
};

/** Where a pass that carries one edit can die: around its write, and before and after what it notes. */
const aroundOneWrite = points.filter(
  ({ on, nth, phase }) => nth <= 6 && (on === 'commit' || phase === 'after'),
);

const takenBackAfterDeath: Check = {
  id: 'taken-back-after-death',
  kind: 'both-ways',
  thorough: true,
  applies: ({ bench }) => bench.rows.length > 0 && isSharedBothWays(bench),
  title: () =>
    'A user who takes an edit back after the engine was killed while it carried it over is not overruled',
  play: async (stage) => {
    const row = firstRow(stage);
    const pair = await linkedPair(stage);
    let deaths = 0;
    for (const from of ['source', 'target'] as const) {
      const value = await editAnew(stage, { pair, row, from });
      await stage.rest();
      for (const point of aroundOneWrite) {
        attempt(stage, deaths);
        deaths += 1;
        await editAnew(stage, { pair, row, from });
        stage.kill(point);
        await stage.cycle();
        const { actor, id } = at(stage, pair, from);
        await actor.edit(id, { [row[from]]: value });
        stage.spare();
        await stage.rest();
        await expectArrived(stage, { pair, row, from, value });
      }
    }
  },
};

/** Dies once, and is then left in peace. */
async function outlive(stage: Stage): Promise<void> {
  await stage.cycle();
  stage.spare();
  await stage.rest();
}

const twoAtOnce: Check = {
  id: 'two-engines-at-once',
  kind: 'every',
  title: ({ bench }) =>
    `Two engines at work on one memory at the same time make one ${bench.section.target} for each record`,
  play: async (stage) => {
    for (let i = 0; i < 3; i += 1) {
      const ids = [await stage.source.create(), await stage.source.create()];
      await stage.overlap();
      await stage.rest();
      for (const id of ids) await stage.counterpart(id);
    }
  },
};

/** Engines that die in mid-pass, or that are two. */
export const deathChecks: readonly Check[] = [
  diesWhileCreating,
  deletedWhileDead,
  diesUnmarked,
  diesWhileUpdating('source'),
  diesWhileUpdating('target'),
  takenBackAfterDeath,
  twoAtOnce,
];
