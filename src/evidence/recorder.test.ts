import { expect, test } from 'vitest';
import type { LedgerEntry } from './ledger.ts';
import { createRecorder, type Recorder } from './recorder.ts';

const request = {
  kind: 'request',
  at: 0,
  system: 'Ledger',
  method: 'GET',
  url: '/lines',
  mutating: false,
  request: '',
  status: 200,
  response: '[]',
  refused: false,
} as const;
const change = { kind: 'change', at: 0, system: 'Ledger', entity: 'Lines', id: '9' } as const;

function recording(): { readonly recorder: Recorder; readonly entries: LedgerEntry[] } {
  const entries: LedgerEntry[] = [];
  const contracts = { source: { system: 'Acme' } };
  return {
    entries,
    recorder: createRecorder({ ledger: { entries }, clock: { now: () => 0 }, contracts }),
  };
}

function story(recorder: Recorder): readonly string[] {
  const { steps } = recorder.evidence({ seed: 1, fields: [] });
  return steps.map(({ lane, text }) => `${lane}: ${text}`);
}

test('a cycle says in words what it wrote, and what changed stands in the lane of its system', () => {
  const { recorder, entries } = recording();
  recorder.cycle();
  entries.push(
    { ...request, seq: 1 },
    { ...request, seq: 2, method: 'POST', mutating: true },
    {
      ...change,
      seq: 3,
      action: 'create',
      author: 'engine',
      fields: { name: { before: null, after: 'a' } },
    },
    {
      ...change,
      seq: 4,
      action: 'update',
      author: 'engine',
      fields: { name: { before: 'a', after: 'b' } },
    },
    {
      ...change,
      seq: 5,
      id: '10',
      action: 'update',
      author: 'server',
      fields: { name: { before: 'a', after: 'b' } },
    },
  );
  expect(story(recorder)).toEqual([
    'engine: Cycle 1: created Ledger Lines 9; wrote name of Ledger Lines 9; 1 read',
    'target: Ledger Lines 9 is new, with name = "a"',
    'target: Ledger Lines 9 now has name: "a" → "b"',
    'target: By the system itself: Ledger Lines 10 now has name: "a" → "b"',
  ]);
  expect(recorder.evidence({ seed: 1, fields: [] }).exchanges.map((each) => each.number)).toEqual([
    2,
  ]);
});

test('what a system makes of a record that was just written is told with it, of others in one step', () => {
  const { recorder, entries } = recording();
  recorder.cycle();
  const name = { name: { before: 'a', after: 'b' } };
  const own = { ...change, action: 'update', author: 'server', fields: name } as const;
  entries.push(
    { ...change, seq: 1, action: 'update', author: 'engine', request: 7, fields: name },
    { ...change, seq: 2, action: 'update', author: 'engine', request: 8, fields: name },
    { ...own, seq: 3, fields: { code: { before: null, after: 1 } } },
    { ...own, seq: 4, id: '10' },
    { ...own, seq: 5, id: '11' },
    { ...own, seq: 6, id: '12', system: 'Acme' },
  );
  expect(story(recorder).slice(1)).toEqual([
    'target: Ledger Lines 9 now has name: "a" → "b"',
    'target: Ledger Lines 9 now has name: "a" → "b"; by the system itself it now has code = 1',
    'target: By the system itself: Ledger Lines 10 now has name: "a" → "b"; Ledger Lines 11 now has name: "a" → "b"',
    'source: By the system itself: Acme Lines 12 now has name: "a" → "b"',
  ]);
});

test('cycles that only read are told as one', () => {
  const { recorder, entries } = recording();
  for (const seq of [1, 2]) {
    recorder.cycle();
    entries.push({ ...request, seq });
  }
  expect(story(recorder)).toEqual(['engine: Cycles 1 to 2: nothing written; 2 reads']);
});

test('a refused write is shown and counted', () => {
  const { recorder, entries } = recording();
  recorder.cycle();
  entries.push({ ...request, seq: 1, mutating: true, refused: true });
  expect(story(recorder)).toEqual(['engine: Cycle 1: 1 request refused or failed']);
});

test("a user's edit says which of its properties the document does not map", () => {
  const { recorder, entries } = recording();
  recorder.step('source', 'A user edits it');
  const both = { before: 'a', after: 'b' };
  entries.push({
    ...change,
    system: 'Acme',
    seq: 1,
    action: 'update',
    author: 'user',
    fields: { name: both, colour: both },
  });
  const row = { record: 'Acme Lines 9', before: 'a', after: 'b' };
  const { steps } = recorder.evidence({
    seed: 1,
    fields: [
      { ...row, property: 'name', mapped: true },
      { ...row, property: 'colour', mapped: false },
    ],
  });
  expect(steps.map(({ text }) => text)).toEqual(['A user edits it (not mapped: colour)']);
});

test('a further attempt forgets the earlier ones but for one sentence, and their exchanges', () => {
  const { recorder, entries } = recording();
  recorder.cycle();
  entries.push({ ...request, seq: 1, method: 'POST', mutating: true });
  recorder.attempt('It was tried once before');
  recorder.step('source', 'A user tries again');
  expect(story(recorder)).toEqual([
    'engine: It was tried once before',
    'source: A user tries again',
  ]);
  expect(recorder.evidence({ seed: 1, fields: [] }).exchanges).toEqual([]);
});
