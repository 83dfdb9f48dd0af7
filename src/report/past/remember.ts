import { countVerdicts } from '../../checklist/counts.ts';
import { allRequirements } from '../result/all-requirements.ts';
import type { Result } from '../result/model.ts';
import type { History, HistoryRun } from './history.ts';

/** So many runs are kept; older ones are forgotten, but for the last that was accepted. */
export const mostRuns = 200;

/** The history with one more run; the oldest is dropped where it would get too long. */
export function remember(history: History, result: Result): History {
  const accepted = result.outcome === 'accepted';
  const before = accepted ? history.map(withoutVerdicts) : history;
  const ids = allRequirements(result).map(({ id, verdict }) => [id, verdict]);
  const newest = {
    ...summaryOf(result),
    ...(accepted ? { verdicts: Object.fromEntries(ids) } : {}),
  };
  const all = [...before, newest];
  return all.filter(
    ({ verdicts }, place) => place >= all.length - mostRuns || verdicts !== undefined,
  );
}

/** A run as it is drawn. */
export function summaryOf({ document, run, outcome, sections }: Result): HistoryRun {
  return {
    format: 'syncproof-history/1',
    started: run.started,
    digest: document.digest,
    seed: run.seed,
    engine: run.engine,
    outcome,
    sections: sections.map(({ heading, requirements }) => ({
      heading,
      counts: countVerdicts(requirements),
    })),
  };
}

/** A run without what only the last accepted one is asked for. */
export function withoutVerdicts({ verdicts: _, ...run }: HistoryRun): HistoryRun {
  return run;
}
