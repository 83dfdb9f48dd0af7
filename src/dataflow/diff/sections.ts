import type { Dataflow, Section } from '../dataflow.ts';
import { headingSlug, uniqueNames } from '../ids.ts';
import type { DocumentChange } from './document-change.ts';
import type { Keyed } from './order.ts';

/** The sections by what their requirements' ids begin with: a heading, and which of its like. */
export function sectionsByName({ sections }: Dataflow): Keyed<Section> {
  const unique = uniqueNames();
  return new Map(sections.map((section) => [unique(headingSlug(section.heading)), section]));
}

/** A section that only the newer document has, with all its promises. */
export function sectionAdded(section: Section): DocumentChange {
  const { heading } = section;
  return { kind: 'section-added', section: heading, after: heading, requirements: ids(section) };
}

/** A section that only the older document has, with all its promises. */
export function sectionDropped(section: Section): DocumentChange {
  const { heading } = section;
  return { kind: 'section-dropped', section: heading, before: heading, requirements: ids(section) };
}

function ids({ requirements }: Section): readonly string[] {
  return requirements.map(({ id }) => id);
}
