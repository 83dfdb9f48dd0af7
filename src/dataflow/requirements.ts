import type { PropertyRow, Requirement } from './dataflow.ts';
import { rowSlug, uniqueNames } from './ids.ts';
import type { Sentence } from './paragraph.ts';

/**
 * A section's promises in the order of their lines: one for each sentence but that which only
 * announces the property rows, and one for each of those rows.
 */
export function requirementsOf(section: {
  /** The section's own part of the ids, unique in the document. */
  readonly id: string;
  readonly sentences: readonly Sentence[];
  readonly properties: readonly PropertyRow[];
}): readonly Requirement[] {
  const unique = uniqueNames();
  const requirements: Requirement[] = [];
  for (const { kind, text, line } of section.sentences) {
    if (kind === 'properties') continue;
    requirements.push({ id: `${section.id}/${unique(kind)}`, kind, line: line.number, text });
  }
  for (const row of section.properties) {
    const id = `${section.id}/${unique(`property/${rowSlug(row)}`)}`;
    requirements.push({ id, kind: 'property', line: row.line, text: textOf(row) });
  }
  return requirements.sort((a, b) => a.line - b.line);
}

/** The row as one line: `subject = name, "string"`. */
function textOf({ source, target, type }: PropertyRow): string {
  return type === '' ? `${source} = ${target}` : `${source} = ${target}, ${type}`;
}
