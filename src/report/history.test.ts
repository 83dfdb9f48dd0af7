import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyResult } from '../../fixtures/results/arbitrary.ts';
import { realisticResult } from '../../fixtures/results/realistic.ts';
import { mostRuns, parseHistory, remember, serializeHistory } from './history.ts';

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

test('a damaged line is refused by its number', () => {
  const text = `${serializeHistory(remember([], realisticResult()))}{"format":1}\n`;
  expect(() => parseHistory(text)).toThrow(
    expect.objectContaining({ code: 'results', message: expect.stringContaining('Line 2') }),
  );
});
