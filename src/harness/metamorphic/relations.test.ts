import { expect, test } from 'vitest';
import type { Places } from './places.ts';
import { relations } from './relations.ts';
import type { Story } from './story.ts';

const story: Story = [
  { kind: 'create' },
  { kind: 'cycle' },
  { kind: 'edit', record: 0, row: 0, side: 'source' },
  { kind: 'cycle' },
];
const places: Places = {
  ...{ requests: 40, asked: { source: 20, target: 12 }, written: { source: 1, target: 2 } },
};
const plain = { story, seed: 1, places, settings: { overlapMs: 5000 } };

test('There are the nine relations of the catalogue, in its order', () => {
  const numbers = relations.map(({ name }) => name.split(' ')[0]);
  expect(numbers).toEqual(['M1', 'M2', 'M3', 'M4', 'M5', 'M6', 'M7', 'M8', 'M9']);
});

test('Every twist changes the story or its circumstances, each in its own way', () => {
  for (const { name, twists } of relations) {
    const all = twists(plain);
    expect(all.length, name).toBeGreaterThan(0);
    const told = all.map((twist) => JSON.stringify([twist.story, twist.circumstances]));
    expect(new Set([...told, JSON.stringify([story, {}])]).size, name).toBe(all.length + 1);
  }
});

test('However long a story is, it is twisted a bounded number of times', () => {
  const many = { source: 100_000, target: 100_000 };
  const endless = { requests: 200_000, asked: many, written: { source: 1, target: 100_000 } };
  const long = relations.flatMap(({ twists }) => twists({ ...plain, places: endless }));
  const short = relations.flatMap(({ twists }) => twists(plain));
  expect(long).toHaveLength(short.length);
});

test('Faults and deaths fall on what there is on their side', () => {
  const few = { requests: 3, asked: { source: 2, target: 1 }, written: { source: 0, target: 1 } };
  const twists = relations.flatMap((relation) => relation.twists({ ...plain, places: few }));
  const faults = twists.flatMap(({ circumstances }) => circumstances.faults ?? []);
  const aimed = faults.flatMap((fault) =>
    'nth' in fault ? [`${fault.code} ${fault.side} ${fault.nth}`] : [],
  );
  expect(aimed).toEqual(['F3 source 1', 'F3 source 2', 'F3 target 1', 'F2 target 1']);
  const deaths = twists.flatMap(({ circumstances: { kill } }) => kill?.nth ?? []);
  expect(deaths).toEqual([1, 1, 2, 2, 3, 3]);
});

/** The twists of the story by the relation of this number. */
function twistsOf(number: string) {
  return relations.flatMap(({ name, twists }) => (name.startsWith(number) ? twists(plain) : []));
}

test('What is other is said in words of its own for each twist', () => {
  const said = relations.flatMap(({ twists }) => twists(plain).map(({ what }) => what));
  expect(new Set(said).size).toBe(said.length);
  expect(said.filter((words) => words.length < 10)).toEqual([]);
  expect(said).toContain("the engine's clock is 90 s ahead");
});

test('A clock goes ahead and behind, a zone lies east and west, and other values are another world', () => {
  expect(twistsOf('M2').map(({ circumstances }) => circumstances)).toEqual([
    { skewMs: 90_000 },
    { skewMs: -90_000 },
    { timeZone: 'Pacific/Auckland' },
    { timeZone: 'America/Los_Angeles' },
  ]);
  expect(twistsOf('M9').map(({ circumstances }) => circumstances)).toEqual([
    { seed: 2 },
    { seed: 3 },
  ]);
});

test('Passes more than there were follow a pass, or every move', () => {
  const kinds = (number: string) =>
    twistsOf(number).map(({ story: twisted }) => twisted.map(({ kind }) => kind).join(' '));
  expect(kinds('M5')).toEqual(['create cycle cycle edit cycle', 'create cycle edit cycle cycle']);
  expect(twistsOf('M5').map(({ what }) => what)).toEqual([
    'a pass more after move 2',
    'a pass more after move 4',
  ]);
  expect(kinds('M6')).toEqual(['create cycle cycle cycle edit cycle cycle cycle']);
});

test('Sides are swapped where a side is edited, and nowhere else', () => {
  const [create, cycle, edit] = story;
  expect(twistsOf('M7').map((twist) => twist.story)).toEqual([
    [create, cycle, { ...edit, side: 'target' }, cycle],
  ]);
});

test('Lists are late on both sides, by no more than replicas may be', () => {
  const late = { code: 'F1', ms: 2500, times: 'always' };
  expect(twistsOf('M8').map(({ circumstances: { faults } }) => faults)).toEqual([
    [
      { ...late, side: 'source' },
      { ...late, side: 'target' },
    ],
  ]);
});
