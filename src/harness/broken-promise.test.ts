import { expect, test } from 'vitest';
import { BrokenPromise } from './broken-promise.ts';

test('A broken promise names its law, and each other law that broke with it once', () => {
  const of = (law: string) => ({ law, message: `${law} broke` });
  const broken = new BrokenPromise(of('A'), [of('B'), of('A'), of('C'), of('B')]);
  expect(broken.message).toBe('A: A broke');
  expect(broken.violation).toEqual(of('A'));
  expect(broken.alsoBroken).toEqual(['B', 'C']);
});
