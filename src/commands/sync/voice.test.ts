import { expect, test } from 'vitest';
import type { Problem } from '../../sync/cycle-report.ts';
import { voice } from './voice.ts';

function said(problem: Problem, json: boolean): string {
  let text = '';
  const out = (more: string): void => {
    text += more;
  };
  const report = { writes: 0, problems: [problem], conflicts: [] };
  voice({ out, err: out }, json).cycle(0, report);
  return text;
}

const hostile: Problem = {
  kind: 'refused',
  section: 'Orders to Invoices',
  record: { side: 'source', entity: 'Orders', id: '7' },
  reason: 'No.\n1970-01-01T00:00:00.000Z  9 written\u001b[2J',
};

test("a system's own words in a log end no line and reach no terminal", () => {
  const [, line, ...rest] = said(hostile, false).split('\n');
  expect(line).toBe('  refused   Orders 7: No.\\u{A}1970-01-01T00:00:00.000Z  9 written\\u{1B}[2J');
  expect(rest).toEqual(['']);
});

test('a pass is one line of JSON, whatever a system said', () => {
  const lines = said(hostile, true).split('\n');
  expect(lines).toHaveLength(2);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    kind: 'cycle',
    problems: [{ reason: hostile.reason }],
  });
});
