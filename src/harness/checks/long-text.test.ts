import { expect, test } from 'vitest';
import { testBench } from '../test-bench.ts';
import { longText } from './long-text.ts';

/** A long text for a property that takes so many letters at the most. */
function text(maxLength?: number): string {
  const type = 'string';
  const properties = {
    name: maxLength === undefined ? ({ type } as const) : ({ type, maxLength } as const),
  };
  const row = { source: 'name', target: 'name', type: '', line: 3 };
  return longText({ bench: testBench({ properties }), row });
}

test('A long text is as long as both sides take it, and no longer than anybody writes', () => {
  expect(text(12)).toBe('lang lang l.');
  expect(text(1000)).toHaveLength(400);
  expect(text()).toHaveLength(400);
});
