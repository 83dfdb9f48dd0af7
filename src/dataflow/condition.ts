import type { Requirement } from './dataflow.ts';

/** The condition of a `conditional` promise in the document's own words: what stands before its comma. */
export function conditionOf({ text }: Pick<Requirement, 'text'>): string {
  const end = text.lastIndexOf(', it will be synchronized with a ');
  return end < 0 ? text : text.slice(0, end);
}
