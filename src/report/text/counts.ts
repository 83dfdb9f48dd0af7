import type { Counts } from '../../checklist/counts.ts';
import { verdicts } from '../../checklist/verdict.ts';
import { grouped } from './long-text.ts';

/** The counts that are not zero, joined: `23 passed + 6 failed`. `none` where all are zero. */
export function countsInWords(counts: Counts, joint: string): string {
  const said = verdicts.filter((verdict) => counts[verdict] > 0);
  if (said.length === 0) return 'none';
  return said.map((verdict) => `${grouped(counts[verdict])} ${verdict}`).join(joint);
}
