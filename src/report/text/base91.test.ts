import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromBase91 } from '../../../fixtures/results/page-reading.ts';
import { base91 } from './base91.ts';

test('bytes of any length come back, and no character of the text could end a script', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
      const text = base91(bytes);
      expect(text).toMatch(/^[#-;=-~]*$/);
      expect([...fromBase91(text)]).toEqual([...bytes]);
    }),
  );
});

test('the largest and the smallest bytes are written with the last and the first characters', () => {
  expect(base91(new Uint8Array([0, 0, 0]))).toBe('####');
  expect(base91(new Uint8Array([255]))).toBe('}a');
});

test('it is a twelfth shorter than base64', () => {
  expect(base91(new Uint8Array(39_000))).toHaveLength(48_000);
});
