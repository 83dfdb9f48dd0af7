import { expect, test } from 'vitest';
import { conditionOf } from './condition.ts';

test.each([
  'If the guest is, as it says, a member, it will be synchronized with a Debtor.',
  'If the guest is, as it says, a member, it  will be synchronized with a Debtor.',
])('The condition of %j stands before its last comma', (text) => {
  expect(conditionOf({ text })).toBe('If the guest is, as it says, a member');
});

test('What is no conditional promise is its own condition', () => {
  expect(conditionOf({ text: 'If the guest is a member.' })).toBe('If the guest is a member.');
});
