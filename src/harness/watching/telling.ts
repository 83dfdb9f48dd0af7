import type { ChangeEntry, RequestEntry } from '../../evidence/ledger.ts';
import type { EngineReport } from '../system-under-test.ts';
import { troubleIn } from './trouble.ts';

/** One pass: what the engine said of it, and what came of it. */
export interface Telling {
  readonly report: EngineReport;
  /** How long the ledger was at its end. */
  readonly upTo: number;
  /** What came to nothing in it. */
  readonly trouble: readonly RequestEntry[];
  /** Whether a fault struck one of its requests: what it was shown need not be so. */
  readonly struck: boolean;
  /** Whether records were kept from the engine for want of rights: they look deleted. */
  readonly hidden: boolean;
  /** How many changes there were, by whomever, since the pass before. */
  readonly changes: number;
}

/** What the ledger gained during a pass and since the one before. */
interface Fresh {
  readonly changes: readonly ChangeEntry[];
  readonly requests: readonly RequestEntry[];
}

/** A pass as it is remembered. */
export function tellingOf(
  fresh: Fresh,
  { report, upTo }: Pick<Telling, 'report' | 'upTo'>,
): Telling {
  return {
    report,
    upTo,
    trouble: troubleIn(fresh),
    struck: fresh.requests.some(strikes),
    hidden: fresh.requests.some(({ fault }) => fault?.includes('F8') ?? false),
    changes: fresh.changes.length,
  };
}

/** A record that is shown as merged into another one (F17) is what it is: nothing is wrong with the answer. */
function strikes({ fault }: RequestEntry): boolean {
  return fault?.split('; ').some((word) => !word.startsWith('F17')) ?? false;
}

/** How many passes in a row, up to the last, nothing went wrong in. */
export function calmPasses(passes: readonly Telling[]): number {
  return passes.length - 1 - passes.findLastIndex((telling) => !isCalm(telling));
}

/** Whether nothing went wrong in a pass, as far as the wire shows. */
export function isCalm({ report, trouble, struck }: Telling): boolean {
  return report.died !== true && !struck && trouble.length === 0;
}
