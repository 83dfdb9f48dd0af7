import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyResult } from '../../../fixtures/results/arbitrary.ts';
import { resultOf } from '../../../fixtures/results/builders.ts';
import { realisticResult } from '../../../fixtures/results/realistic.ts';
import { allRequirements } from '../result/all-requirements.ts';
import { parseHistory, serializeHistory } from './history.ts';
import { mostRuns, remember } from './remember.ts';

test('any run is remembered and read back', () => {
  fc.assert(
    fc.property(fc.array(anyResult, { maxLength: 4 }), (results) => {
      const history = results.reduce(remember, []);
      expect(history).toHaveLength(results.length);
      expect(parseHistory(serializeHistory(history))).toEqual(history);
    }),
    { numRuns: 40 },
  );
});

test('a run takes a line, with the counts of each section', () => {
  const text = serializeHistory(remember([], realisticResult()));
  expect(text.split('\n')).toHaveLength(2);
  expect(parseHistory(text)[0]?.sections.map(({ counts }) => counts)).toMatchObject([
    { passed: 2, failed: 2, inconclusive: 1 },
    { passed: 2, blocked: 2, untested: 1 },
  ]);
  expect(text.length).toBeLessThan(1000);
});

test('only so many runs are kept, the newest', () => {
  const result = realisticResult();
  const runs = Array.from({ length: mostRuns + 5 }, (_, seed) => ({
    ...result,
    run: { ...result.run, seed },
  }));
  const history = runs.reduce(remember, []);
  expect(history).toHaveLength(mostRuns);
  expect(history[0]?.seed).toBe(5);
});

test('the last accepted run alone keeps every verdict, and is kept however old', () => {
  const results = [resultOf(), resultOf(), realisticResult(), realisticResult()];
  const history = results.reduce(remember, []);
  const [accepted] = allRequirements(resultOf());
  expect(history.map(({ verdicts }) => verdicts)).toEqual([
    undefined,
    { [accepted?.id ?? '']: 'passed' },
    undefined,
    undefined,
  ]);
  const later = Array.from({ length: mostRuns + 5 }, realisticResult).reduce(remember, history);
  expect(later).toHaveLength(mostRuns + 1);
  expect(later[0]?.outcome).toBe('accepted');
});

test('a damaged line is refused by its number', () => {
  const text = `${serializeHistory(remember([], realisticResult()))}{"format":1}\n`;
  expect(() => parseHistory(text)).toThrow(
    expect.objectContaining({ code: 'results', message: expect.stringContaining('Line 2') }),
  );
});
