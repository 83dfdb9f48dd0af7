import { expect, test } from 'vitest';
import { Blocked } from '../../src/harness/broken-promise.ts';
import { inTimeOf } from './own-time.ts';
import { type Played, playedOn, startedBy } from './played.ts';

/** The reference engine as anybody would run it: over HTTP, by its own clock, saying nothing to its judge. */
const command = `exec ${process.execPath} src/cli.ts sync --store "$SYNCPROOF_STATE/links.db" --first-run --every 0 --lease 1`;
const reference = startedBy(command, { signals: false });

const every = 'crmoffice-activities-to-poweroffice-go-projectactivity/every';

const kept: readonly Played[] = [
  { promise: every, check: 'creates-exactly-one' },
  { promise: 'subject=name', check: 'edit-of-target-arrives' },
];

test.for(kept)(
  'the reference engine as a process keeps $promise: $check',
  { timeout: 120_000 },
  async (played) => {
    expect(await playedOn(reference, played)).toMatchObject({ verdict: 'passed' });
  },
);

const asked: readonly Played[] = [
  { promise: every, check: 'create-refused-once' },
  { promise: 'subject=name', check: 'both-edited-source-last' },
];

test.for(asked)(
  'what an engine says that offers no report is blocked, and never passed: $check',
  { timeout: 120_000 },
  async (played) => {
    const run = await playedOn(reference, played);
    expect(run.verdict).toBe('blocked');
    expect(run.reason).toContain('offers no report');
  },
);

test('an engine that lives by its own clock is not asked to wait for minutes', () => {
  const asked: unknown[] = [];
  const all = { inject: (rule: unknown) => asked.push(rule), clear: () => undefined };
  expect(inTimeOf({ signals: true }, all)).toBe(all);
  const lever = inTimeOf({ signals: false }, all);
  lever.inject({ code: 'F6', side: 'target', retryAfter: 2 });
  lever.inject({ code: 'F6', side: 'target' });
  expect(() => lever.inject({ code: 'F6', side: 'target', retryAfter: 600 })).toThrow(Blocked);
  expect(asked).toHaveLength(2);
});
