import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyResult } from '../../../fixtures/results/arbitrary.ts';
import { realisticResult } from '../../../fixtures/results/realistic.ts';
import { parseResult, serializeResult } from './json.ts';

test('any result is read back as it was written', () => {
  fc.assert(
    fc.property(anyResult, (result) => {
      expect(parseResult(serializeResult(result))).toEqual(result);
    }),
    { numRuns: 40 },
  );
});

test('the order of keys makes no difference to the bytes', () => {
  const result = realisticResult();
  const turned = { ...Object.fromEntries(Object.entries(result).reverse()), ...result };
  const keys = Object.keys(turned);
  expect(keys).not.toEqual(Object.keys(result));
  expect(serializeResult(turned)).toBe(serializeResult(result));
});

test.each([
  ['no JSON', '{', 'not JSON'],
  ['another format', '{"format":"syncproof-result/9"}', 'format: '],
  ['an unknown key', '{"surprise":1}', 'surprise'],
])('%s is refused', (_, text, problem) => {
  expect(() => parseResult(text)).toThrow(
    expect.objectContaining({ code: 'results', message: expect.stringContaining(problem) }),
  );
});
