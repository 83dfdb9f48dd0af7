import { createHash } from 'node:crypto';
import type { Evidence } from '../evidence/evidence.ts';
import { allRequirements } from './all-requirements.ts';
import { isCut } from './cut-evidence.ts';
import type { Result } from './model.ts';

/** A file beside the page: evidence that the page does not show whole. */
export interface EvidenceFile {
  /** Relative to the page, named by its content: `evidence/3f….json`. */
  readonly name: string;
  readonly text: string;
}

/** All files that a result's page refers to, each once. */
export function evidenceFiles(result: Result): readonly EvidenceFile[] {
  const files = allRequirements(result).flatMap(({ checks }) =>
    checks.flatMap(({ evidence, verdict }) =>
      evidence !== undefined && isCut(evidence, verdict) ? [evidenceFile(evidence)] : [],
    ),
  );
  return [...new Map(files.map((file) => [file.name, file])).values()];
}

/** Of a SHA-256 in hex: as much as tells files apart, for a page that names hundreds. */
const nameLength = 16;

/** Evidence as a file. */
export function evidenceFile(evidence: Evidence): EvidenceFile {
  const text = `${JSON.stringify(evidence, null, 2)}\n`;
  const digest = createHash('sha256').update(text, 'utf8').digest('hex');
  return { name: `evidence/${digest.slice(0, nameLength)}.json`, text };
}
