import { type Counts, countVerdicts } from './counts.ts';
import type { Verdict } from './verdict.ts';

/** What a whole checklist can come to. */
export const outcomes = ['accepted', 'not accepted', 'incomplete'] as const;

/** The whole checklist in one word, and the sentence that says it. */
export interface Outcome {
  readonly outcome: (typeof outcomes)[number];
  readonly sentence: string;
}

/**
 * What may be said of a document whose requirements have these verdicts. What nobody looked at
 * makes it incomplete, never accepted; what could not be asked is named in the same sentence.
 */
export function outcomeOf(of: readonly Verdict[]): Outcome {
  const counts = countVerdicts(of.map((verdict) => ({ verdict })));
  const total = of.length;
  const red = counts.failed + counts.inconclusive;
  if (red > 0) {
    return {
      outcome: 'not accepted',
      sentence: `Not accepted: ${red} of ${plural(total)} ${red === 1 ? 'is' : 'are'} not kept${rest(counts)}.`,
    };
  }
  if (total === 0) {
    return { outcome: 'incomplete', sentence: 'Incomplete: the document promises nothing.' };
  }
  const open = counts.untested + counts.manual;
  if (open > 0) {
    return {
      outcome: 'incomplete',
      sentence: `Incomplete: ${open} of ${plural(total)} ${open === 1 ? 'was' : 'were'} not tested${rest({ ...counts, untested: 0, manual: 0 })}.`,
    };
  }
  if (counts.passed === total) {
    const all = total === 1 ? 'the one requirement is' : `all ${total} requirements are`;
    return { outcome: 'accepted', sentence: `Accepted: ${all} kept.` };
  }
  return {
    outcome: 'accepted',
    sentence: `Accepted: ${counts.passed} of ${plural(total)} are kept${rest(counts)}.`,
  };
}

function plural(total: number): string {
  return total === 1 ? '1 requirement' : `${total} requirements`;
}

/** What is neither green nor red, in words, so that no total leaves a verdict out. */
function rest({ blocked, untested, waived, manual }: Counts): string {
  const parts = [
    blocked > 0 ? `${blocked} blocked` : '',
    untested > 0 ? `${untested} untested` : '',
    manual > 0 ? `${manual} for a person to answer` : '',
    waived > 0 ? `${waived} waived` : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : `; ${parts.join(', ')}`;
}
