import { createHash } from 'node:crypto';
import type { CheckResult, Result } from './model.ts';

/** SHA-256 of plain data, hex; the order of keys makes no difference. */
export function digestOf(data: unknown): string {
  return createHash('sha256').update(JSON.stringify(data, sorted), 'utf8').digest('hex');
}

function sorted(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * SHA-256 of all that a result says, hex: what a signature names. Only when the run was made,
 * how long it took, and what came before it is left out, so that the same run gives the same
 * digest anywhere.
 */
export function resultDigest({ earlier: _, since: __, ...result }: Result): string {
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
