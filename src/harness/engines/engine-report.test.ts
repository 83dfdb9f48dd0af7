import { expect, test } from 'vitest';
import { Blocked } from '../broken-promise.ts';
import { parseEngineReport } from './engine-report.ts';

test('a report is read, with ids as parties write them', () => {
  const said = {
    problems: [
      { kind: 'refused', reason: 'no name', record: { side: 'source', id: 7 }, more: 1 },
      { kind: 'read', reason: 'nobody answers' },
      { kind: 'broken', reason: 'gone', record: { side: 'target', entity: 'Contact', id: 'b' } },
    ],
    conflicts: [{ sourceId: 7, lost: null }],
  };
  expect(parseEngineReport(JSON.stringify(said))).toEqual({
    problems: [
      { kind: 'refused', reason: 'no name', record: { side: 'source', id: '7' } },
      { kind: 'read', reason: 'nobody answers' },
      { kind: 'broken', reason: 'gone', record: { side: 'target', entity: 'Contact', id: 'b' } },
    ],
    conflicts: [{ sourceId: '7', lost: null }],
  });
});

test('what is left out of a report is empty', () => {
  expect(parseEngineReport('{}')).toEqual({ problems: [], conflicts: [] });
});

test.each(['{', '[]', '"all is well"', '{"problems":{}}', '{"problems":[{"kind":1}]}', 'null'])(
  'no report is made of %s',
  (body) => {
    expect(parseEngineReport(body)).toBeUndefined();
  },
);

test('whoever asks an engine that says nothing is blocked', () => {
  const silence = parseEngineReport('');
  expect(silence?.silent).toBe(true);
  expect(() => silence?.problems).toThrow(Blocked);
  expect(() => silence?.conflicts).toThrow(Blocked);
});
