import { opposite } from '../../settings.ts';
import { isShared, isSharedBothWays } from '../basis/shared-sides.ts';
import type { Check } from './check.ts';
import { editAnew, expectArrived, linkedPair } from './linked-pair.ts';

const sides = ['source', 'target'] as const;

const unsharedIsOnlyRead: Check = {
  id: 'unshared-side-is-only-read',
  kind: 'both-ways',
  applies: ({ bench }) => !isSharedBothWays(bench),
  title: ({ bench }) => {
    const kept = sides.filter((side) => !isShared(bench, side)).map((side) => bench.section[side]);
    return `Edits reach the side that the settings share, and ${kept.join(' and ')} is read but never written`;
  },
  play: async (stage) => {
    const { bench } = stage;
    const pair = await linkedPair(stage);
    for (const row of bench.rows) {
      for (const from of sides) {
        const to = opposite(from);
        const value = await editAnew(stage, { pair, row, from });
        await stage.rest();
        if (isShared(bench, to)) await expectArrived(stage, { pair, row, from, value });
      }
    }
    stage.expect({
      holds: sides.every((side) => isShared(bench, side) || stage.writesTo(side).length === 0),
      message: 'the side that is not shared got a write',
    });
  },
};

/** What becomes of a promise of both ways where the settings keep a side from being written. */
export const sharingChecks: readonly Check[] = [unsharedIsOnlyRead];
