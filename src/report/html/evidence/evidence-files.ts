import type { Result } from '../../result/model.ts';
import { verified } from '../../result/verified.ts';
import { isCut } from './cut-evidence.ts';
import { evidenceName } from './evidence-name.ts';
import { renderEvidencePage } from './evidence-page.ts';
import { type PlacedCheck, placedChecks } from './placed-check.ts';

/** A file beside the page: evidence that the page does not show whole. */
export interface EvidenceFile {
  /** Relative to the page: `evidence/3f….html`. */
  readonly name: string;
  readonly text: string;
}

/** All files that a result's page refers to; of the same result, so that the names are the same. */
export function evidenceFiles(result: Result): readonly EvidenceFile[] {
  return cutChecks(result).map((placed) => ({
    name: evidenceName(placed),
    text: renderEvidencePage(placed),
  }));
}

/** The names of those files alone, for whoever asks which of a folder's files are still referred to. */
export function evidenceNames(result: Result): readonly string[] {
  return cutChecks(result).map(evidenceName);
}

function cutChecks(result: Result): readonly PlacedCheck[] {
  return verified(result)
    .sections.flatMap(placedChecks)
    .filter(
      ({ check: { evidence, verdict } }) => evidence !== undefined && isCut(evidence, verdict),
    );
}
