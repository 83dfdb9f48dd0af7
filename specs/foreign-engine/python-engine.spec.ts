import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../../src/config.ts';
import { type Played, playedOn, pythonEngine, startedBy, wantsPython } from './played.ts';

const activities = 'crmoffice-activities-to-poweroffice-go-projectactivity';
const contacts = 'crmoffice-contacts-to-poweroffice-go-contactperson';

/** Each known fault of the engine in Python, and a check that finds it. */
const faults: Readonly<Record<string, Played>> = {
  cursor_skips_ties: { promise: `${contacts}/every`, check: 'same-stamp' },
  unread_is_empty: { promise: `${contacts}/both-ways`, check: 'unreadable-source' },
  forgets_its_marker: { promise: `${contacts}/every`, check: 'create-answer-lost' },
  remakes_deleted: { promise: `${contacts}/every`, check: 'deleted-counterpart-stays-deleted' },
  crm_always_wins: { promise: 'subject=name', check: 'both-edited-target-last' },
  base_is_what_was_sent: { promise: 'subject=name', check: 'rewritten-by-target' },
  strips_texts: { promise: 'subject=name', check: 'awkward-values-from-source' },
  no_lock: { promise: `${contacts}/every`, check: 'two-engines-at-once' },
  never_asks_where_it_is: { promise: `${contacts}/both-ways`, check: 'other-company' },
  sends_unannounced: {
    promise: `${activities}/both-ways`,
    check: 'taken-back-after-death',
  },
};

const sync = `exec python3 ${pythonEngine}/sync.py`;

test.for(Object.entries(faults))(
  'the fault %s of the engine in Python is found, and nothing else is wrong',
  async ([fault, played], context) => {
    wantsPython(context);
    const faulty = await playedOn(startedBy(`FAULTS=${fault} ${sync}`), played);
    expect(faulty).toMatchObject({ verdict: 'failed', violation: { message: expect.any(String) } });
    const repaired = await playedOn(startedBy(`REPAIRED=1 ${sync}`), played);
    expect(repaired).toMatchObject({ verdict: 'passed' });
  },
);

test('an engine in Python whose memory is damaged writes nothing, and says so', async (context) => {
  wantsPython(context);
  const played = { promise: `${contacts}/every`, check: 'memory-damaged' };
  const run = await playedOn(startedBy(`REPAIRED=1 ${sync}`), played);
  expect(run).toMatchObject({ verdict: 'passed' });
});

test('the faults that the engine in Python says it has are these', () => {
  const text = readFileSync(join(projectRoot, pythonEngine, 'sync.py'), 'utf8');
  const [, named = ''] = /^FAULTS = \(([^)]*)\)/m.exec(text) ?? [];
  expect([...named.matchAll(/"(\w+)"/g)].map(([, fault]) => fault)).toEqual(Object.keys(faults));
});

test('an engine in Python that is killed at any moment makes each record once', async (context) => {
  wantsPython(context);
  const played = { promise: `${contacts}/every`, check: 'dies-while-creating' };
  const run = await playedOn(startedBy(`REPAIRED=1 ${sync}`), played);
  expect(run).toMatchObject({ verdict: 'passed' });
  const told = run.evidence.steps.map(({ text }) => text).join('\n');
  expect(told).toContain('the answer to its request number 10 from now goes out');
}, 120_000);
