import { opposite, type Side } from '../../settings.ts';
import type { Value } from '../../value.ts';
import { linesOf } from '../basis/lines.ts';
import type { Stage } from '../stage/stage.ts';
import { newLine } from '../watching/canary.ts';
import type { Pair } from '../watching/pairing.ts';
import { bothSides } from './both-sides.ts';
import type { Check, Subject } from './check.ts';
import { propertyName, rowOf } from './edits.ts';
import { at, expectArrived, linkedPair } from './linked-pair.ts';

function applies(subject: Subject): boolean {
  return bothSides(subject, ({ lines }) => lines === true);
}

/** What a person does to the lines of a document, one after the other. */
type LineEdit = (lines: readonly string[], stage: Stage) => readonly string[];

const repriced: LineEdit = ([first = '{}', ...others], { world }) => [
  JSON.stringify({ ...JSON.parse(first), price: Math.floor(world.dice() * 1_000_000) / 100 }),
  ...others,
];

const edits: readonly LineEdit[] = [
  repriced,
  repriced,
  repriced,
  (lines, { world }) => [...lines, newLine(world.dice), newLine(world.dice)],
  (lines) => lines.filter((_, place) => place !== 1),
  (lines) => lines.toReversed(),
  repriced,
  (lines) => lines.slice(0, 1),
];

const linesFollow = (from: Side): Check => ({
  id: `lines-follow-edits-of-${from}`,
  kind: 'property',
  applies,
  title: (s) =>
    `Lines of ${propertyName(s, from)} that are edited, added, removed and put in another order are the same lines in ${propertyName(s, opposite(from))}, each there once`,
  play: async (stage, subject) => {
    const row = rowOf(subject);
    const pair = await linkedPair(stage);
    const { actor, id } = at(stage, pair, from);
    for (const edit of edits) {
      const before = await otherLines(stage, { pair, subject, from });
      const value = edit(texts(await actor.value(id, row[from])), stage);
      await actor.edit(id, { [row[from]]: value });
      await stage.cycle();
      await expectArrived(stage, { pair, row, from, value });
      expectSameLines(stage, before, await otherLines(stage, { pair, subject, from }));
    }
    await stage.rest();
  },
});

/** Amounts that have no exact binary form, that round differently at each stage, and signs. */
const amounts: readonly number[] = [0.1 + 0.2, 1.005, 99.99, 33.333, -0.01, 1_000_000_000_000.01];

const awkwardAmounts = (from: Side): Check => ({
  id: `amounts-on-lines-from-${from}`,
  kind: 'property',
  applies,
  title: (s) =>
    `Awkward but legal amounts and rates on lines of ${propertyName(s, from)} arrive digit for digit in ${propertyName(s, opposite(from))}, and stay`,
  play: async (stage, subject) => {
    const row = rowOf(subject);
    const pair = await linkedPair(stage);
    const { actor, id } = at(stage, pair, from);
    for (const price of amounts) {
      const lines = texts(await actor.value(id, row[from]));
      const value = lines.map((text) => JSON.stringify({ ...JSON.parse(text), price, vat: 12.5 }));
      await actor.edit(id, { [row[from]]: value });
      await stage.cycle();
      await expectArrived(stage, { pair, row, from, value });
    }
    await stage.rest();
  },
});

function texts(value: Value): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

interface Looked {
  readonly pair: Pair;
  readonly subject: Subject;
  readonly from: Side;
}

async function otherLines(stage: Stage, { pair, subject, from }: Looked) {
  const to = opposite(from);
  const { actor, id } = at(stage, pair, to);
  return linesOf(await actor.value(id, rowOf(subject)[to]));
}

type Lines = ReturnType<typeof linesOf>;

/** A line that says what one said before is that one. */
function expectSameLines(stage: Stage, before: Lines, after: Lines): void {
  for (const { id, content } of before) {
    const now = after.find((line) => line.content === content);
    stage.expect({
      holds: now === undefined || now.id === id,
      message: 'a line that nobody had changed became another line',
      expected: String(id),
      found: String(now?.id),
    });
  }
}

/** Documents with lines, which are edited one by one and sent as one list. */
export const lineChecks: readonly Check[] = (['source', 'target'] as const).flatMap((from) => [
  linesFollow(from),
  awkwardAmounts(from),
]);
