import { expect, test } from 'vitest';
import type { FaultRule } from '../fault-rule.ts';
import { hidingIn } from './hiding.ts';

const hide: FaultRule = {
  ...{ code: 'F8', side: 'source', entity: 'Customers' },
  ...{ ids: ['1', '2'], answer: 404 },
};

test('records that are shown no more are hidden from then on', () => {
  expect(hidingIn([{ rule: hide, since: 7 }])).toEqual({
    ...{ side: 'source', entity: 'Customers' },
    ...{ ids: ['1', '2'], since: 7 },
  });
});

test.each<readonly [string, readonly FaultRule[]]>([
  ['no fault is in force', []],
  ['another one is in force as well', [hide, { code: 'F3', side: 'target', answer: 503 }]],
  ['it is another one', [{ code: 'F3', side: 'source', answer: 503 }]],
  ['it ends by itself', [{ ...hide, times: 2 }]],
  ['the engine is told that it has no right', [{ ...hide, answer: 403 }]],
  ['the whole endpoint is out of reach', [{ code: 'F8', side: 'source', entity: 'Customers' }]],
])('nothing is known to be hidden where %s', (_, rules) => {
  expect(hidingIn(rules.map((rule) => ({ rule, since: 1 })))).toBeUndefined();
});
