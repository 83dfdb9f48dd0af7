import type { Section } from '../dataflow/dataflow.ts';

/** A section's part of its requirements' ids: names it in a store, unmoved by changes elsewhere. */
export function sectionKey(section: Section): string {
  return section.requirements[0]?.id.split('/')[0] ?? section.heading;
}
