import type { Subject } from './check.ts';
import { rowOf } from './edits.ts';

/** As long as anybody writes, in letters. */
const most = 400;

/** A text as long as the narrower side of the row takes it. */
export function longText(subject: Subject): string {
  const row = rowOf(subject);
  const limits = (['source', 'target'] as const).map(
    (side) => subject.bench.property(side, row[side])?.maxLength ?? most,
  );
  return `${'lang '.repeat(most).slice(0, Math.min(most, ...limits) - 1)}.`;
}
