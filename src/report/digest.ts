import { createHash } from 'node:crypto';
import type { CheckResult, Result } from './model.ts';

/** SHA-256 of plain data, hex. Keys count in the order in which they stand. */
export function digestOf(data: unknown): string {
  return createHash('sha256').update(JSON.stringify(data), 'utf8').digest('hex');
}

/**
 * SHA-256 of all that a result says, hex: what a signature names. Only when the run was made,
 * and how long it took, is left out, so that the same run gives the same digest anywhere. Wants
 * a `verified` result, whose keys stand in the schema's order.
 */
export function resultDigest(result: Result): string {
  const { engine, seed, version } = result.run;
  return digestOf({
    ...result,
    run: { engine, seed, version },
    sections: result.sections.map((section) => ({
      ...section,
      requirements: section.requirements.map((requirement) => ({
        ...requirement,
        checks: requirement.checks.map(untimed),
      })),
    })),
  });
}

function untimed({ durationMs: _, ...check }: CheckResult): Omit<CheckResult, 'durationMs'> {
  return check;
}
