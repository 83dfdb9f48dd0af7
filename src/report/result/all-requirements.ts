import type { RequirementResult, Result } from './model.ts';

/** Every requirement of a result, in the document's order. */
export function allRequirements(result: Result): readonly RequirementResult[] {
  return result.sections.flatMap((section) => section.requirements);
}
