import { opposite } from '../../settings.ts';
import type { KillPoint } from '../kill-point.ts';
import type { World } from '../world.ts';
import type { Circumstances } from './circumstances.ts';
import type { Places } from './places.ts';
import type { Move, Story, Twist } from './story.ts';

/** What may be other than it usually is without changing how a story ends (`sync-bugs.md` 4). */
export interface Relation {
  /** `M1 row order`: its number in the catalogue and its name. */
  readonly name: string;
  /** The story under other circumstances, a bounded number of times. */
  twists(plain: Plain): readonly Twist[];
}

/** A story that has been played as it is. */
export interface Plain {
  readonly story: Story;
  readonly seed: number;
  /** What there was to strike at while users acted. */
  readonly places: Places;
  readonly settings: Pick<World['settings'], 'overlapMs'>;
}

/** In how many places a relation that may strike anywhere does. */
const most = 4;

const sides = ['source', 'target'] as const;

const cycle: Move = { kind: 'cycle' };

/** The relations of the catalogue, M1 to M9. */
export const relations: readonly Relation[] = [
  {
    name: 'M1 row order',
    twists: ({ story }) => [
      under(story, 'rows come in another order', { faults: sides.map(reordered) }),
      under(story, 'pages hold two rows', { faults: sides.map((side) => capped(side, 2)) }),
    ],
  },
  {
    name: 'M2 clock and zone',
    twists: ({ story }) => [
      ...[90_000, -90_000].map((skewMs) =>
        under(story, `the engine's clock is ${skewMs / 1000} s ahead`, { skewMs }),
      ),
      ...['Pacific/Auckland', 'America/Los_Angeles'].map((timeZone) =>
        under(story, `the engine lives in ${timeZone}`, { timeZone }),
      ),
    ],
  },
  {
    name: 'M3 a fault anywhere',
    twists: ({ story, places: { asked, written } }) =>
      sides.flatMap((side) => [
        ...spread(asked[side]).map((nth) =>
          under(story, `request ${nth} to the ${side} is answered 503`, {
            faults: [{ code: 'F3', side, nth, times: 1, answer: 503 }],
          }),
        ),
        ...spread(Math.min(2, written[side]), 2).map((nth) =>
          under(story, `write ${nth} to the ${side} is stored and its answer lost`, {
            faults: [{ code: 'F2', side, nth, times: 1, answer: 'reset' }],
          }),
        ),
      ]),
  },
  {
    name: 'M4 a death anywhere',
    twists: ({ story, places: { requests } }) =>
      spread(requests, 2 * most).flatMap((nth) =>
        (['before', 'after'] as const).map((phase) => {
          const kill: KillPoint = { on: 'request', nth, phase };
          return under(story, `the engine dies ${phase} request ${nth}`, { kill });
        }),
      ),
  },
  {
    name: 'M5 one pass more',
    twists: ({ story }) =>
      story.flatMap((move, index) =>
        move.kind === 'cycle'
          ? [under(inserted(story, index), `a pass more after move ${index + 1}`, {})]
          : [],
      ),
  },
  {
    name: 'M6 edits one by one',
    twists: ({ story }) => [
      under(
        story.flatMap((move) => [move, cycle]),
        'a pass after every edit',
        {},
      ),
    ],
  },
  {
    name: 'M7 sides swapped',
    twists: ({ story }) => [under(story.map(swapped), 'users edit on the other side', {})],
  },
  {
    name: 'M8 late reads',
    twists: ({ story, settings: { overlapMs } }) => [
      under(story, 'lists are as late as replicas may be', {
        faults: sides.map((side) => ({ code: 'F1', side, ms: overlapMs / 2, times: 'always' })),
      }),
    ],
  },
  {
    name: 'M9 other names',
    twists: ({ story, seed }) =>
      [seed + 1, seed + 2].map((other) =>
        under(story, `users type the values of seed ${other}`, { seed: other }),
      ),
  },
];

function under(story: Story, what: string, circumstances: Circumstances): Twist {
  return { what, story, circumstances };
}

function reordered(side: 'source' | 'target') {
  return { code: 'F10', side, reorder: true, times: 'always' } as const;
}

function capped(side: 'source' | 'target', rows: number) {
  return { code: 'F9', side, how: 'cap', rows, times: 'always' } as const;
}

/** Some numbers from 1 to `last`, evenly spread. */
function spread(last: number, count = most): readonly number[] {
  const step = Math.max(1, last / count);
  const numbers = Array.from({ length: count }, (_, i) => 1 + Math.floor(i * step));
  return numbers.filter((number) => number <= last);
}

function inserted(story: Story, after: number): Story {
  return [...story.slice(0, after + 1), cycle, ...story.slice(after + 1)];
}

function swapped(move: Move): Move {
  if (move.kind !== 'edit') return move;
  return { ...move, side: opposite(move.side) };
}
