import { isCut } from './cut-evidence.ts';
import { evidenceName } from './html/evidence/evidence-name.ts';
import { renderEvidencePage } from './html/evidence/evidence-page.ts';
import { placedChecks } from './html/evidence/placed-check.ts';
import type { Result } from './model.ts';
import { verified } from './verified.ts';

/** A file beside the page: evidence that the page does not show whole. */
export interface EvidenceFile {
  /** Relative to the page: `evidence/3f….html`. */
  readonly name: string;
  readonly text: string;
}

/** All files that a result's page refers to; of the same result, so that the names are the same. */
export function evidenceFiles(result: Result): readonly EvidenceFile[] {
  return verified(result)
    .sections.flatMap(placedChecks)
    .flatMap((placed) => {
      const { evidence, verdict } = placed.check;
      if (evidence === undefined || !isCut(evidence, verdict)) return [];
      return [{ name: evidenceName(placed), text: renderEvidencePage(placed) }];
    });
}
