import { digestOf } from '../digest.ts';
import type { RequirementResult, Result, SectionResult } from '../model.ts';
import type { Bound } from './signoff.ts';

/**
 * What a signature for each requirement of a result is bound to, by requirement id. `undefined`
 * where the result does not say what the systems' APIs were taken to do: it cannot be signed.
 */
export function bounds(result: Result): ReadonlyMap<string, Bound> | undefined {
  const { contracts, run, sections } = result;
  if (contracts === undefined) return undefined;
  return new Map(
    sections.flatMap((section) =>
      section.requirements.map((requirement) => [
        requirement.id,
        { ...contentOf(section, requirement), engine: run.engine, ...contracts },
      ]),
    ),
  );
}

/** Not the line: a requirement that only moved is still the same promise. */
function contentOf(
  { source, target, mergeOn }: SectionResult,
  { kind, text, checks, verdict }: RequirementResult,
): Pick<Bound, 'text' | 'words' | 'checks' | 'verdict'> {
  const table = kind === 'merge' ? mergeOn.map((row) => [row.source, row.target]) : [];
  return {
    text,
    words: digestOf([kind, text, source, target, table]),
    checks: digestOf(checks.map(({ id, title }) => [id, title])),
    verdict,
  };
}
