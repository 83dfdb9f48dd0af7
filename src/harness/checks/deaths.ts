import type { Side } from '../../settings.ts';
import { isSharedBothWays } from '../basis/shared-sides.ts';
import type { KillPoint } from '../kill-point.ts';
import type { Stage } from '../stage/stage.ts';
import type { Check } from './check.ts';
import { propertyName, rowOf } from './edits.ts';
import { at, editAnew, expectArrived, firstRow, linkedPair, linkedPairs } from './linked-pair.ts';
import { passLookBack } from './look-back.ts';

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
    if (pair === undefined || other === undefined) return;
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

/** Of many deaths the last one is told: the one that broke a law, where one did. */
function attempt(stage: Stage, before: number): void {
  if (before === 0) return;
  const times = before === 1 ? 'once' : `${before} times`;
  stage.recorder.attempt(
    `Died ${times} before, each time at another point: nothing was lost or doubled`,
  );
}

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
  diesWhileUpdating('source'),
  diesWhileUpdating('target'),
  takenBackAfterDeath,
  twoAtOnce,
];
