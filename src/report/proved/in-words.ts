import { allRequirements } from '../all-requirements.ts';
import { grouped } from '../long-text.ts';
import type { Catch, Result } from '../model.ts';

/** A catch, and whose check it is. */
export interface Caught extends Catch {
  readonly requirement: string;
}

/** Who catches what, by the faulty engine's name. */
export function catchesByEngine(result: Result): ReadonlyMap<string, readonly Caught[]> {
  const all = allRequirements(result).flatMap(({ id, proof }) =>
    (proof?.catches ?? []).map((each) => ({ ...each, requirement: id })),
  );
  return Map.groupBy(all, ({ engine }) => engine);
}

/** What proof there is of all checks, in a sentence. */
export function proofInWords(result: Result): string {
  const { tried } = result;
  if (tried === undefined) return 'No proof: nobody has shown that these checks can fail.';
  const checked = allRequirements(result).filter(({ checks }) => checks.length > 0);
  const proved = checked.filter(
    ({ proof }) => proof?.state === 'proved' && proof.catches.length > 0,
  );
  const catches = catchesByEngine(result);
  const caught = tried.filter(({ engine }) => catches.has(engine));
  return `Of ${grouped(tried.length)} faults, built in on purpose, ${grouped(caught.length)} are caught; ${grouped(proved.length)} of ${grouped(checked.length)} checked requirements are proved to catch at least one.`;
}
