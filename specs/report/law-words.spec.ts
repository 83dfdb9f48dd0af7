import { expect, test } from 'vitest';
import { invariants } from '../../src/harness/invariants/judge.ts';
import { lawWords } from '../../src/report/html/evidence/law-words.ts';

test('The report says in words what each invariant asks, and knows no other', () => {
  const laws = invariants.map(({ law }) => law);
  expect([...lawWords.keys()].toSorted()).toEqual(laws.toSorted());
});
