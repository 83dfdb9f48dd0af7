import type { Violation } from '../../checklist/violation.ts';
import type { ChangeEntry } from '../../evidence/ledger.ts';
import { inWords } from '../basis/bench.ts';
import { linesOf } from '../basis/lines.ts';
import type { Invariant } from './invariant.ts';

/** A line that nobody has changed stays the line that it is: it is made once, and not again at each edit of another. */
export const linesKept: Invariant = {
  law: 'I7 lines are made once',
  judge: async ({ fresh }) =>
    fresh.changes
      .filter(({ author, action }) => author === 'engine' && action === 'update')
      .flatMap((change) => madeAgain(change)),
};

function madeAgain(change: ChangeEntry): readonly Violation[] {
  return Object.entries(change.fields).flatMap(([property, { before, after }]) => {
    const [was, is] = [linesOf(before), linesOf(after)];
    const twice = is.filter(({ id }, place) =>
      is.some((line, other) => id !== undefined && line.id === id && other < place),
    );
    const again = was.filter(({ id, content }) => {
      const same = is.filter((line) => line.content === content);
      return same.length > 0 && same.every((line) => line.id !== id);
    });
    return [...twice, ...again].map(({ id, content }) => ({
      law: linesKept.law,
      message: `the engine made line ${id} of ${property} of ${inWords(change)} a second time, or another line of it`,
      found: content,
    }));
  });
}
