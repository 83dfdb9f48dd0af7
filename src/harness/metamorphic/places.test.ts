import { expect, test } from 'vitest';
import { born, testWorld } from '../test-world.ts';
import { hasStruck, placesIn } from './places.ts';

test('The places of a story are its requests, by side and by what may strike them', () => {
  const told = testWorld();
  told.change({ ...born, id: '1' });
  told.request();
  told.request({ system: 'Acme', mutating: false });
  told.request({ system: 'Acme', mutating: false, method: 'POST', request: 'grant_type=x' });
  expect(placesIn(told.world)).toEqual({
    requests: 3,
    asked: { source: 1, target: 1 },
    written: { source: 0, target: 1 },
  });
});

test('A fault has struck once an answer bears it, and a death once a pass was cut short', () => {
  const told = testWorld();
  told.request();
  expect(hasStruck(told.world, [{}])).toBe(false);
  expect(hasStruck(told.world, [{}, { died: true }])).toBe(true);
  told.request({ fault: 'F3: 503' });
  expect(hasStruck(told.world, [{}])).toBe(true);
});
