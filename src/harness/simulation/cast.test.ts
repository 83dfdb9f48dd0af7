import { expect, test } from 'vitest';
import { createRecorder } from '../../evidence/recorder.ts';
import { createRun } from '../stage/run.ts';
import { customersSection, ordersSection } from '../test-sections.ts';
import { testWorld } from '../test-world.ts';
import { assemble, pick } from './cast.ts';

test('A number points to one of whatever there is', () => {
  expect(pick(['a', 'b', 'c'], 1)).toBe('b');
  expect(pick(['a', 'b', 'c'], 5)).toBe('c');
  expect(pick([], 5)).toBeUndefined();
});

test('Targets are known once the engine has lived through a pass, sources at once', async () => {
  const { world } = testWorld(undefined, [customersSection(), ordersSection()]);
  const recorder = createRecorder(world);
  const cast = assemble(world, recorder, createRun(world, recorder));
  const [customers, orders] = cast.roles;
  if (customers === undefined || orders === undefined) throw new Error('a section is missing');
  const contact = await customers.actors.target.create();
  const sale = await orders.actors.target.create();
  await customers.actors.source.create();
  expect(world.clock.now()).toBe(6000);
  expect(await cast.records(customers, 'target')).toEqual([contact]);
  expect(cast.isSettled(customers, 'source', '1')).toBe(true);
  expect(cast.isSettled(customers, 'target', contact)).toBe(false);
  const there = await cast.targets();
  expect(there.size).toBe(2);
  const later = await customers.actors.target.create();
  cast.settle(there);
  expect(cast.isSettled(customers, 'target', contact)).toBe(true);
  expect(cast.isSettled(orders, 'target', sale)).toBe(true);
  expect(cast.isSettled(customers, 'target', later)).toBe(false);
});
