import { expect, test } from 'vitest';
import { silence } from './engines/engine-report.ts';
import { cutShort, type EngineReport, together } from './system-under-test.ts';

const first: EngineReport = { problems: [{ kind: 'read', reason: 'late' }], conflicts: [] };
const lost = { record: { side: 'source', id: '1' }, property: 'city', lost: 'b' } as const;
const second: EngineReport = { problems: [], conflicts: [lost] };

test('What engines say of one pass is heard from all of them', () => {
  expect(together([first, second])).toEqual({
    problems: first.problems,
    conflicts: second.conflicts,
  });
});

test('Where one of them died the pass was cut short', () => {
  expect(together([cutShort, second])).toEqual({ ...second, died: true });
  expect(cutShort).toEqual({ problems: [], conflicts: [], died: true });
});

test('Where one of them offers no report there is none', () => {
  expect(together([first, silence]).silent).toBe(true);
});
