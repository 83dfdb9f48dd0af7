import { allRequirements } from '../all-requirements.ts';
import type { Result } from '../model.ts';

/** As much evidence of passed checks as a page takes, in characters of its JSON: the limit is 8 MB. */
const limit = 2_000_000;

/** Whether the evidence of passed checks fits on the page; that of all others always stands there. */
export function fitsPassingEvidence(result: Result): boolean {
  let size = 0;
  for (const { verdict, evidence } of allRequirements(result).flatMap(({ checks }) => checks)) {
    if (verdict === 'passed' && evidence !== undefined) size += JSON.stringify(evidence).length;
    if (size > limit) return false;
  }
  return true;
}
