import { expect, inject, test } from 'vitest';
import { killLoop, type Row } from './kill-loop.ts';

/** Few in CI; `npm run kill-loop` plays 200. */
const rounds = 6;

test('An engine killed again and again leaves every record linked once and equal', async () => {
  const end = await killLoop({ rounds, seed: inject('seed') });
  expect(end.activities).toHaveLength(rounds);
  const own = (rows: readonly Row[], key: string): readonly Row[] =>
    rows.filter((row) => String(row[key]).startsWith('CRM-'));
  for (const [rows, key] of [
    [end.projectActivities, 'activityCode'],
    [end.timeTracking, 'code'],
  ] as const) {
    const names = new Map(own(rows, key).map((row) => [row[key], row['name']]));
    expect(own(rows, key)).toHaveLength(rounds);
    expect(names).toEqual(
      new Map(end.activities.map((row) => [`CRM-${String(row['id'])}`, row['subject']])),
    );
  }
  const [projects, times] = end.status;
  expect([projects, times]).toMatchObject([
    { linked: rounds, broken: [], pending: [] },
    { linked: rounds, broken: [], pending: [] },
  ]);
}, 120_000);
