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
