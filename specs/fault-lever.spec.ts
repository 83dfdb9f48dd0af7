import { expect, test } from 'vitest';
import { createFaults } from '../mocks/faults.ts';
import type { FaultRule } from '../src/harness/fault-rule.ts';
import { ours } from './crmoffice-poweroffice-go/document.ts';
import { faultLever } from './fault-lever.ts';
import { contractsOf } from './world.ts';

const { source, target } = contractsOf(ours.kinds);
const lever = faultLever({
  faults: createFaults(),
  twins: {
    source: { system: source.system, contract: source },
    target: { system: target.system, contract: target },
  },
});
const aim = { side: 'target', entity: 'Projectactivity' } as const;

test('A fault is taken where the system has what it is about', () => {
  expect(() => lever.inject({ ...aim, code: 'F3', method: 'GET', answer: 503 })).not.toThrow();
  expect(() =>
    lever.inject({ ...aim, code: 'F15', property: 'name', rewrite: 'truncate:5' }),
  ).not.toThrow();
});

test.for<[string, object]>([
  ['an entity that the system does not have', { ...aim, entity: 'Invoice', code: 'F2' }],
  ['a property that the entity does not have', { ...aim, code: 'F20', property: 'colour' }],
  ['a family that no twin can show', { ...aim, code: 'F99' }],
  ['a parameter that the family does not have', { ...aim, code: 'F2', answer: 200 }],
  ['a pattern that is none', { ...aim, code: 'F20', property: 'name', pattern: '(' }],
])('A fault with %s is refused', ([, rule]) => {
  // Rules may come out of a file, where no compiler has seen them.
  expect(() => lever.inject(rule as FaultRule)).toThrow(expect.objectContaining({ code: 'check' }));
});
