import type { KillPoint } from '../../src/harness/kill-point.ts';
import type { HistoryStep, UserStep } from '../../src/harness/simulation/history-step.ts';

/** A short history, and what it is called. */
export interface SmallHistory {
  readonly name: string;
  readonly steps: readonly HistoryStep[];
}

const cycle: HistoryStep = { kind: 'cycle' };

/** What a user does, to the pair that every history begins with. */
const events: Readonly<Record<string, UserStep>> = {
  'source made': { kind: 'create', section: 0, side: 'source' },
  'source edited': { kind: 'edit', section: 0, side: 'source', record: 0, row: 0 },
  'target edited': { kind: 'edit', section: 0, side: 'target', record: 0, row: 0 },
  'source removed': { kind: 'remove', section: 0, side: 'source', record: 0 },
  'target removed': { kind: 'remove', section: 0, side: 'target', record: 0 },
};

/** How many requests of a pass deaths are tried at, one after the other. */
const positions = 6;

/**
 * Every history of up to three user events, then every one of up to two with the engine dying
 * before and after each of the first requests: most faults need no more to show (small-scope
 * hypothesis), and what is found first is the shortest story.
 */
export function* smallHistories(): Generator<SmallHistory> {
  for (const length of [1, 2, 3]) {
    for (const names of sequences(length)) yield historyOf(names);
  }
  for (const length of [1, 2]) {
    for (const names of sequences(length)) {
      for (let nth = 1; nth <= positions; nth += 1) {
        yield historyOf(names, { on: 'request', nth, phase: 'before' });
        yield historyOf(names, { on: 'request', nth, phase: 'after' });
      }
    }
  }
}

function historyOf(names: readonly string[], at?: KillPoint): SmallHistory {
  const done = names.flatMap((name) => events[name] ?? []);
  const death: readonly HistoryStep[] = at === undefined ? [] : [{ kind: 'kill', at }];
  const killed = at === undefined ? '' : `, killed ${at.phase} request ${at.nth}`;
  const made: HistoryStep = { kind: 'create', section: 0, side: 'source' };
  return {
    name: `${names.join(', ')}${killed}`,
    steps: [made, cycle, cycle, ...death, ...done, cycle, cycle],
  };
}

function* sequences(length: number): Generator<readonly string[]> {
  if (length === 0) {
    yield [];
    return;
  }
  for (const rest of sequences(length - 1)) {
    for (const name of Object.keys(events)) yield [...rest, name];
  }
}
