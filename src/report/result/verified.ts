import { z } from 'zod';
import { SyncproofError } from '../../errors.ts';
import { allRequirements } from './all-requirements.ts';
import type { RequirementResult, Result } from './model.ts';
import { resultSchema } from './schema.ts';

/**
 * The gate before every view: hands the result back, keys in the schema's order, or refuses it
 * with `results` where its shape is wrong or where it says more than its checks show.
 */
export function verified(result: unknown): Result {
  const read = resultSchema.safeParse(result);
  if (!read.success) throw refusal(read.error.issues.map(inWords).join('; '));
  const requirements = allRequirements(read.data);
  refuseTwins(requirements.map(({ id }) => id));
  const tried = new Set(read.data.tried?.map(({ engine }) => engine));
  for (const requirement of requirements) {
    refuseClaims(requirement);
    refuseProof(requirement, tried);
  }
  if (read.data.outcome === 'accepted' && requirements.some(isBad)) {
    throw refusal('outcome: accepted, though a requirement failed or was inconclusive');
  }
  return read.data;
}

function refuseClaims(requirement: RequirementResult): void {
  const { id, verdict, checks } = requirement;
  refuseTwins(checks.map((check) => `${id}/${check.id}`));
  if (verdict !== 'passed') return;
  if (!checks.some((check) => check.verdict === 'passed')) {
    throw refusal(`${id}: passed, though no check of it passed`);
  }
  const bad = checks.find(isBad);
  if (bad !== undefined) throw refusal(`${id}: passed, though ${bad.id} ${bad.verdict}`);
}

function refuseProof({ id, checks, proof }: RequirementResult, tried: ReadonlySet<string>): void {
  for (const { engine, check } of proof?.catches ?? []) {
    if (!tried.has(engine)) throw refusal(`${id}: proved on ${engine}, which was not tried`);
    const isGone = proof?.state === 'proved' && checks.every((each) => each.id !== check);
    if (isGone) throw refusal(`${id}: proved by ${check}, which it does not have`);
  }
}

function refuseTwins(ids: readonly string[]): void {
  const seen = new Set<string>();
  for (const id of ids) {
    if (seen.has(id)) throw refusal(`${id}: more than one of this id`);
    seen.add(id);
  }
}

function isBad({ verdict }: Pick<RequirementResult, 'verdict'>): boolean {
  return verdict === 'failed' || verdict === 'inconclusive';
}

function inWords({ path, message }: z.core.$ZodIssue): string {
  return `${z.core.toDotPath(path)}: ${message}`;
}

function refusal(problem: string): SyncproofError {
  return new SyncproofError(
    'results',
    `The result cannot be shown, since it cannot be trusted: ${problem}. Run the checklist again.`,
  );
}
