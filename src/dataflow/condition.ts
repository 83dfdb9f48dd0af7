import type { Requirement } from './dataflow.ts';

/** How a `conditional` promise goes on after its condition; older documents have two blanks in it. */
const promise = /, it +will be synchronized with a /g;

/** The condition of a `conditional` promise in the document's own words: what stands before its comma. */
export function conditionOf({ text }: Pick<Requirement, 'text'>): string {
  return text.slice(0, [...text.matchAll(promise)].at(-1)?.index);
}
