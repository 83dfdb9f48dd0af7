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
    conflicts: [
      { record: { side: 'source', id: 7 }, property: 'name', lost: null, more: 1 },
      {
        record: { side: 'target', entity: 'Contact', id: 'b' },
        ...{ property: 'town', lost: 'Oslo', kept: 'Bergen' },
      },
    ],
  };
  expect(parseEngineReport(JSON.stringify(said))).toStrictEqual({
    problems: [
      { kind: 'refused', reason: 'no name', record: { side: 'source', id: '7' } },
      { kind: 'read', reason: 'nobody answers' },
      { kind: 'broken', reason: 'gone', record: { side: 'target', entity: 'Contact', id: 'b' } },
    ],
    conflicts: [
      { record: { side: 'source', id: '7' }, property: 'name', lost: null },
      {
        record: { side: 'target', entity: 'Contact', id: 'b' },
        ...{ property: 'town', lost: 'Oslo', kept: 'Bergen' },
      },
    ],
  });
});

test('what is left out of a report is empty', () => {
  expect(parseEngineReport('{}')).toEqual({ problems: [], conflicts: [] });
});

test.each([
  ['{', 'it is no JSON object'],
  ['[]', 'it is no JSON object'],
  ['"all is well"', 'it is no JSON object'],
  ['null', 'it is no JSON object'],
  ['{"problems":{}}', 'problems: '],
  ['{"problems":[{"kind":1}]}', 'problems.0.kind: '],
  ['{"conflicts":[{"sourceId":"1","lost":2}]}', 'conflicts.0.record: '],
  ['{"conflicts":[{"record":{"side":"target","id":1},"property":"town"}]}', 'conflicts.0.lost: '],
])('no report is made of %s, and it is said why', (body, fault) => {
  expect(parseEngineReport(body)).toEqual({ fault: expect.stringContaining(fault) });
});

test.each(['', ' \n'])('whoever asks an engine that says nothing is blocked', (body) => {
  const silence = parseEngineReport(body);
  if ('fault' in silence) throw new Error(silence.fault);
  expect(silence.silent).toBe(true);
  expect(() => silence.problems).toThrow(Blocked);
  expect(() => silence.conflicts).toThrow(Blocked);
});
