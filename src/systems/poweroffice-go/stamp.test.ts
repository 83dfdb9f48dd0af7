import { expect, test } from 'vitest';
import { parseStamp, stampLiteral } from './stamp.ts';

const noon = Date.UTC(2026, 2, 2, 12);

test.each([
  ['2026-03-02T12:00:00 +00:00', 'the form of the samples, with a space before the offset'],
  ['2026-03-02T13:00:00 +01:00', 'the same with another offset'],
  ['2026-03-02T12:00:00Z', 'RFC 3339 in UTC'],
  ['2026-03-02T10:30:00-01:30', 'RFC 3339 with an offset'],
  ['2026-03-02T12:00:00', 'without a zone, taken for UTC'],
])('%s is read: %s', (text) => {
  expect(parseStamp(text)).toBe(noon);
});

test('a fraction counts as milliseconds', () => {
  expect(parseStamp('2026-03-02T12:00:00.25+00:00')).toBe(noon + 250);
});

test.each(['', '2026-03-02', '02.03.2026 12:00', '2026-13-02T12:00:00 +00:00', 'soon'])(
  '%j is not a stamp',
  (text) => {
    expect(parseStamp(text)).toBeUndefined();
  },
);

test('a filter asks from the whole second on, so that nothing of that second is missed', () => {
  expect(stampLiteral(noon + 999)).toBe("DateTimeOffset'2026-03-02T12:00:00'");
});
