import { describe, expect, test } from 'vitest';
import { deciding, decidingLink as link } from '../../../fixtures/engine/deciding.ts';
import { record } from '../../../fixtures/engine/entity-in-memory.ts';
import { now } from '../../../fixtures/engine/section-plan.ts';
import type { Side } from '../../settings.ts';
import type { WriteOutcome } from '../port.ts';
import { breakLink } from './break-link.ts';
import { deliver } from './deliver.ts';

test('A value that loses is noted before the write that overwrites it goes out, and told once that is stored', async () => {
  const { decided, plan, cycle, lost } = await deciding();
  const seen: unknown[] = [];
  const write = async (): Promise<WriteOutcome> => {
    seen.push(...(await lost()));
    return { kind: 'stored', record: record('t1') };
  };
  const watched = { ...cycle, parts: { ...cycle.parts, write } };
  const decisions = [decided('mail=email', { lost: 'old' })];
  await deliver({ cycle: watched, plan, link }, { decisions, records: {} });
  const value = {
    ...{ section: 'people', source: { id: '1' }, target: { id: 't1' }, row: 'mail=email' },
    ...{ winner: 'source', kept: 'new', lost: 'old', at: now, reported: false },
  };
  expect(seen).toEqual([{ ...value, open: true }]);
  expect(await lost()).toEqual([value]);
});

test.each<[WriteOutcome, readonly object[]]>([
  [{ kind: 'gone' }, []],
  [{ kind: 'failed', reason: '' }, [{ open: true }]],
  [{ kind: 'refused', reason: '' }, [{ open: true }]],
  [{ kind: 'unknown', reason: '' }, [{ open: true }]],
])('After %j it is known, or open whether it has lost', async (outcome, losses) => {
  const { decided, carryOut, target, lost } = await deciding();
  target.outcomes.push(outcome);
  await carryOut(decided('mail=email', { lost: 'old' }), decided('points=score'));
  expect(await lost()).toMatchObject(losses);
});

/** The mail of t1 has lost to a write, or that of person 1 has, of which nobody knows whether it was done. */
async function doubtful(loser: Side) {
  const pair = await deciding();
  const { decided, carryOut, cycle, plan } = pair;
  pair[loser].outcomes.push({ kind: 'unknown', reason: '' });
  await carryOut(decided('mail=email', { to: loser, lost: 'old' }));
  const look = (records: Partial<Record<Side, ReturnType<typeof record>>>) =>
    deliver({ cycle, plan, link }, { decisions: [], records });
  return { ...pair, look };
}

describe('What is open is told by the record, once that is read again', () => {
  test('It is no loss where the value still stands there', async () => {
    const { look, lost } = await doubtful('target');
    await look({ target: record('t1', { email: 'old' }) });
    expect(await lost()).toEqual([]);
  });

  test('also where a number is shown as text', async () => {
    const { decided, carryOut, cycle, plan, target, lost } = await deciding();
    target.outcomes.push({ kind: 'failed', reason: '' });
    await carryOut(decided('points=score', { value: 2, lost: '7' }));
    const records = { target: record('t1', { score: 7 }) };
    await deliver({ cycle, plan, link }, { decisions: [], records });
    expect(await lost()).toEqual([]);
  });

  test('It is one where anything else does, the value being that of either side', async () => {
    for (const [loser, shown] of [
      ['target', record('t1', { email: 'new' })],
      ['target', record('t1')],
      ['source', record('1', { mail: 'newer' })],
    ] as const) {
      const { look, lost } = await doubtful(loser);
      await look({ [loser]: shown });
      const [value, ...others] = await lost();
      expect(value).toMatchObject({ lost: 'old', reported: false });
      expect([value?.open, others]).toEqual([undefined, []]);
    }
  });

  test('It stays open where only the other record was read', async () => {
    const { look, lost } = await doubtful('target');
    await look({ source: record('1', { mail: 'new' }) });
    expect(await lost()).toMatchObject([{ open: true }]);
  });

  test('and before the same write is sent again', async () => {
    const { decided, cycle, plan, target, lost } = await doubtful('target');
    target.outcomes.push({ kind: 'gone' });
    const decisions = [decided('points=score')];
    const records = { target: record('t1', { email: 'new' }) };
    await deliver({ cycle, plan, link }, { decisions, records });
    expect((await lost()).map(({ open }) => open)).toEqual([undefined]);
  });
});

describe('Where a link breaks over it', () => {
  test.each<[Side, Side, string, number]>([
    ['target', 'target', 'old', 0],
    ['target', 'source', 'old', 0],
    ['target', 'source', 'new', 1],
  ])(
    'the %s that may have lost, the %s gone, %s there: %i lost',
    async (loser, gone, mail, count) => {
      const { cycle, plan, target, lost } = await doubtful(loser);
      target.records.set('t1', record('t1', { email: mail }));
      await breakLink({ cycle, plan, link }, gone);
      expect((await lost()).map(({ open }) => open)).toEqual(Array(count).fill(undefined));
    },
  );

  test('nothing is asked of a pair that has lost nothing', async () => {
    const { cycle, plan, source, target } = await deciding();
    await breakLink({ cycle, plan, link }, 'source');
    expect([source.calls, target.calls]).toEqual([[], []]);
  });
});
