import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyResult } from '../../fixtures/results/arbitrary.ts';
import { realisticResult } from '../../fixtures/results/realistic.ts';
import { serializeResult } from '../../src/report/result/json.ts';
import { resultJsonSchema } from '../../src/report/result/result-json-schema.ts';

const ajv = new Ajv2020({
  allErrors: true,
  // A property's value is of one of several types.
  allowUnionTypes: true,
  // Moments and dates are also patterns in the schema: this only tells ajv the formats' names.
  formats: { 'date-time': true, date: true },
});
const valid = ajv.compile(JSON.parse(resultJsonSchema()));

test('Every result that is written is valid by the published schema', () => {
  fc.assert(
    fc.property(anyResult, (result) => {
      expect(valid(JSON.parse(serializeResult(result))), JSON.stringify(valid.errors)).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test.each([
  ['an unknown key', { surprise: 1 }],
  ['another format', { format: 'syncproof-result/2' }],
  ['an unknown outcome', { outcome: 'fine' }],
  ['a run that started at no time', { run: { ...realisticResult().run, started: 'today' } }],
])('A result with %s is not valid by the published schema', (_, over) => {
  expect(valid({ ...realisticResult(), ...over })).toBe(false);
});

test('The published schema is the same every time', () => {
  expect(resultJsonSchema()).toBe(resultJsonSchema());
  expect(JSON.parse(resultJsonSchema())).toMatchObject({ $id: 'urn:syncproof:result:1' });
});
