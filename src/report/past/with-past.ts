import type { Verdict } from '../../checklist/verdict.ts';
import { fateOf } from '../compare/fate.ts';
import { diffResults } from '../compare/results-diff.ts';
import { allRequirements } from '../result/all-requirements.ts';
import type { Result } from '../result/model.ts';
import type { History } from './history.ts';
import { withoutVerdicts } from './remember.ts';
import type { Since, Turn } from './since.ts';

/** As many earlier runs as a result tells of. */
const mostTold = 39;

/** What came before a run. */
export interface Past {
  readonly runs: History;
  /** The result that somebody wants it held to, instead of the last that was accepted. */
  readonly baseline?: Result;
}

/** The result with what came before it, so that every view of it can be made from it alone. */
export function withPast(result: Result, { runs, baseline }: Past): Result {
  const since = baseline === undefined ? sinceAccepted(runs, result) : sinceNamed(baseline, result);
  const earlier = runs.slice(-mostTold).map(withoutVerdicts);
  return { ...result, earlier, ...(since === undefined ? {} : { since }) };
}

function sinceNamed(before: Result, after: Result): Since {
  const turns = diffResults(before, after).changes.map(({ id, text, fate, ...was }) => ({
    id,
    text,
    fate,
    ...verdictsOf(was.before?.verdict, was.after?.verdict),
  }));
  return { run: 'named', started: before.run.started, turns };
}

function sinceAccepted(runs: History, result: Result): Since | undefined {
  const accepted = runs.findLast(({ verdicts }) => verdicts !== undefined);
  if (accepted?.verdicts === undefined) return undefined;
  const older = new Map(Object.entries(accepted.verdicts));
  const newer = allRequirements(result);
  const ids = new Set(newer.map(({ id }) => id));
  const gone = [...older].filter(([id]) => !ids.has(id));
  const turns = [
    ...newer.flatMap(({ id, text, verdict }) =>
      turnOf({ id, text }, { before: older.get(id), after: verdict }),
    ),
    ...gone.flatMap(([id, before]) => turnOf({ id, text: id }, { before, after: undefined })),
  ];
  return { run: 'last accepted', started: accepted.started, turns };
}

interface Verdicts {
  readonly before: Verdict | undefined;
  readonly after: Verdict | undefined;
}

function turnOf(of: Pick<Turn, 'id' | 'text'>, { before, after }: Verdicts): readonly Turn[] {
  const judged = (verdict: Verdict | undefined) => verdict && { verdict };
  const fate = fateOf({ before: judged(before), after: judged(after), checks: [] });
  return fate === undefined ? [] : [{ ...of, fate, ...verdictsOf(before, after) }];
}

function verdictsOf(
  before: Verdict | undefined,
  after: Verdict | undefined,
): Pick<Turn, 'before' | 'after'> {
  return {
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  };
}
