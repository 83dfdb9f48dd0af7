import { opposite, type Side } from '../../settings.ts';
import { bothSides } from './both-sides.ts';
import type { Check, Subject } from './check.ts';
import { propertyName, rowOf } from './edits.ts';
import { at, expectArrived, linkedPair } from './linked-pair.ts';

/** Whole numbers that sync engines have been seen to harm: nothing, signs, and more than 32 bits. */
const awkwardIntegers: readonly number[] = [0, -1, 1, 2_147_483_648, 9_007_199_254_740_991];

/** Amounts that have no exact binary form, signs, and more digits than a 32-bit float holds. */
const awkwardDecimals: readonly number[] = [0.1, -0.01, 1.005, 99.99, 1_000_000_000_000.01];

const awkwardNumbers = (from: Side): Check => ({
  id: `awkward-numbers-from-${from}`,
  kind: 'property',
  applies: (s) => numbersFor(s).length > 0,
  title: (s) =>
    `Awkward but legal numbers in ${propertyName(s, from)} arrive digit for digit in ${propertyName(s, opposite(from))}`,
  play: async (stage, subject) => {
    const row = rowOf(subject);
    const pair = await linkedPair(stage);
    const { actor, id } = at(stage, pair, from);
    for (const value of numbersFor(subject)) {
      await actor.edit(id, { [row[from]]: value });
      await stage.cycle();
      await expectArrived(stage, { pair, row, from, value });
    }
  },
});

/** The numbers that both sides of a row can hold. */
function numbersFor(subject: Subject): readonly number[] {
  if (bothSides(subject, ({ type }) => type === 'decimal')) {
    return [...awkwardIntegers, ...awkwardDecimals];
  }
  const areNumbers = bothSides(subject, ({ type }) => type === 'integer' || type === 'decimal');
  return areNumbers ? awkwardIntegers : [];
}

/** What a mapped number must be able to carry. */
export const numberChecks: readonly Check[] = [awkwardNumbers('source'), awkwardNumbers('target')];
