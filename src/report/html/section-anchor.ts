import type { SectionResult } from '../result/model.ts';

/** A section's HTML id. By its line: a document can have the same heading twice. */
export function sectionAnchor({ line }: Pick<SectionResult, 'line'>): string {
  return `section-line-${line}`;
}
