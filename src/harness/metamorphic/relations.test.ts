import { expect, test } from 'vitest';
import { relations } from './relations.ts';
import type { Story } from './story.ts';

const story: Story = [
  { kind: 'create' },
  { kind: 'cycle' },
  { kind: 'edit', record: 0, row: 0, side: 'source' },
  { kind: 'cycle' },
];
const plain = { story, seed: 1, requests: 40, settings: { overlapMs: 5000 } };

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
  const long = relations.flatMap(({ twists }) => twists({ ...plain, requests: 100_000 }));
  const short = relations.flatMap(({ twists }) => twists(plain));
  expect(long).toHaveLength(short.length);
});
