import { expect, test } from 'vitest';
import { lowerBound, StampIndex } from './stamp-index.ts';

test('the lower bound is the first position at or above the value', () => {
  expect([0, 10, 15, 30, 99].map((least) => lowerBound([10, 20, 30], least))).toEqual([
    0, 0, 1, 2, 3,
  ]);
});

test('an id is found under its latest stamp only, once', () => {
  const index = new StampIndex();
  index.move(1, { from: undefined, to: 100 });
  index.move(2, { from: undefined, to: 100 });
  index.move(1, { from: 100, to: 300 });
  index.move(1, { from: 300, to: 300 });
  expect([...index.since(0)]).toEqual([2, 1]);
  expect([...index.since(101)]).toEqual([1]);
  expect([...index.since(300)]).toEqual([1]);
  expect([...index.since(301)]).toEqual([]);
});

test('stamps that go backwards are still found in order', () => {
  const index = new StampIndex();
  index.move(1, { from: undefined, to: 300 });
  index.move(2, { from: undefined, to: 100 });
  index.move(3, { from: undefined, to: 200 });
  expect([...index.since(150)]).toEqual([3, 1]);
});

test('many moves leave nothing of old stamps behind', () => {
  const index = new StampIndex();
  for (let stamp = 0; stamp < 1000; stamp++) {
    index.move(7, { from: stamp === 0 ? undefined : stamp - 1, to: stamp });
  }
  expect([...index.since(0)]).toEqual([7]);
  index.move(7, { from: 999, to: undefined });
  expect([...index.since(0)]).toEqual([]);
});
