import { expect, test } from 'vitest';
import { countVerdicts } from '../../checklist/counts.ts';
import { verdicts } from '../../checklist/verdict.ts';
import { countsInWords } from './counts.ts';

test('every verdict is counted, and the counts add up', () => {
  const counts = countVerdicts([...verdicts, 'passed' as const].map((verdict) => ({ verdict })));
  expect(counts).toMatchObject({ passed: 2, failed: 1, manual: 1 });
  expect(Object.values(counts).reduce((a, b) => a + b)).toBe(verdicts.length + 1);
});

test('words leave zeros out', () => {
  const counts = countVerdicts([
    { verdict: 'failed' },
    { verdict: 'passed' },
    { verdict: 'passed' },
  ]);
  expect(countsInWords(counts, ' + ')).toBe('2 passed + 1 failed');
  expect(countsInWords(countVerdicts([]), ' + ')).toBe('none');
});
