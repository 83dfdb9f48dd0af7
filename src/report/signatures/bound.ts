import type { RequirementKind } from '../../dataflow/dataflow.ts';
import { digestOf } from '../result/digest.ts';
import type { RequirementResult, Result, SectionResult } from '../result/model.ts';
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
        {
          text: requirement.text,
          ...contentDigests(section, requirement),
          verdict: requirement.verdict,
          engine: run.engine,
          ...contracts,
        },
      ]),
    ),
  );
}

/** What these promise depends on the table by which records of the two systems match. */
const matching: ReadonlySet<RequirementKind> = new Set(['merge', 'adopt-or-create', 'link-first']);

/** What a requirement says and how it is checked. Not its line: one that only moved is the same. */
function contentDigests(
  { source, target, mergeOn }: SectionResult,
  { kind, text, checks }: RequirementResult,
): Pick<Bound, 'words' | 'checks'> {
  const table = matching.has(kind) ? mergeOn.map((row) => [row.source, row.target]) : [];
  return {
    words: digestOf([kind, text, source, target, table]),
    checks: digestOf(checks.map(({ id, title }) => [id, title])),
  };
}
