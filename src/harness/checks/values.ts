import { opposite, type Side } from '../../settings.ts';
import type { Value } from '../../value.ts';
import { canHold } from '../basis/holding.ts';
import { empty } from '../basis/oracle.ts';
import type { Stage } from '../stage/stage.ts';
import { bothSides } from './both-sides.ts';
import type { Check, Subject } from './check.ts';
import { holderOf, propertyName, rowOf } from './edits.ts';
import { at, expectArrived, linkedPair, rowValues } from './linked-pair.ts';
import { longText } from './long-text.ts';
import { expectQuiet } from './quiet.ts';
import { isReported } from './said.ts';

/** Texts that are legal and that sync engines have been seen to harm. */
const awkwardTexts: readonly (readonly [what: string, text: string])[] = [
  ['Norwegian letters', 'Blåbærsyltetøy på Ås'],
  ['emoji with joiners', 'Familie 👩‍👩‍👧‍👦 🇳🇴'],
  ['leading zeros', '000150'],
  ['a number too large for a float', '9007199254740993'],
  ['a decimal with zeros', '10.50'],
  ['blanks around', '  to blanke foran og bak  '],
  ['a tab and line breaks', 'linje 1\nlinje 2\tog tab\r\nlinje 3'],
  ['quotes', 'O\'Brien & "Sønner" – ‘enkle’ „tyske“'],
  ['markup', '<b>fet</b> &amp; <script>alert(1)</script>'],
  ['marks that queries are made of', "50 % + 1 = ? / a&b=c#d;e,f'g"],
  ['backslashes', 'C:\\temp\\'],
  ['the word null', 'null'],
  ['a word that some take for a truth value', 'true'],
  ['something like a date', '2024-03-31'],
  ['something like a formula', '=1+1'],
  ['letters composed', 'Bl\u00e5'],
  // The last one, so that it is this that must stand when all has come to rest.
  ['the same letters decomposed', 'Bla\u030a'],
];

/** Whether both sides of the row are texts. */
export function textRow(subject: Subject): boolean {
  return bothSides(subject, ({ type }) => type === 'string');
}

const awkwardValues = (from: Side): Check => ({
  id: `awkward-values-from-${from}`,
  kind: 'property',
  applies: textRow,
  title: (s) =>
    `Awkward but legal texts in ${propertyName(s, from)} arrive letter for letter in ${propertyName(s, opposite(from))}`,
  play: async (stage, subject) => {
    const row = rowOf(subject);
    const pair = await linkedPair(stage);
    const { actor, id } = at(stage, pair, from);
    for (const [, value] of [['long', longText(subject)] as const, ...awkwardTexts]) {
      await actor.edit(id, { [row[from]]: value });
      await stage.cycle();
      await expectArrived(stage, { pair, row, from, value });
    }
  },
});

const clearing = (from: Side): Check => ({
  id: `clearing-${from}`,
  kind: 'property',
  title: (s) =>
    `Clearing ${propertyName(s, from)} clears ${propertyName(s, opposite(from))}, or is reported where that cannot be empty`,
  play: async (stage, subject) => {
    const row = rowOf(subject);
    const pair = await linkedPair(stage);
    const { actor, id } = at(stage, pair, from);
    const before = await rowValues(stage, pair, row);
    const taken = await actor.tryEdit(id, { [row[from]]: null });
    if (!taken) return expectQuiet(stage, () => stage.rest());
    await stage.cycle();
    await stage.rest();
    const after = await rowValues(stage, pair, row);
    const to = opposite(from);
    stage.expect({
      holds: empty(after[from]),
      message: `${row[from]} was filled again although the user had cleared it`,
      found: JSON.stringify(after[from]),
    });
    const { bench, benches } = stage;
    if (canHold({ bench, benches, side: to, property: row[to] }, null)) {
      stage.expect({
        holds: empty(after[to]),
        message: `${row[to]} still holds what the user cleared on the other side`,
        found: JSON.stringify(after[to]),
      });
    } else expectReported(stage, { pair, subject, before: before[to], after: after[to], to });
  },
});

interface Reported {
  readonly pair: Parameters<typeof rowValues>[1];
  readonly subject: Subject;
  readonly to: Side;
  readonly before: Value;
  readonly after: Value;
}

function expectReported(stage: Stage, { pair, subject, to, before, after }: Reported): void {
  const row = rowOf(subject);
  stage.expect({
    holds: JSON.stringify(after) === JSON.stringify(before),
    message: `${row[to]} cannot be empty, and yet it no longer holds its value`,
    expected: JSON.stringify(before),
    found: JSON.stringify(after),
  });
  stage.expect({
    holds: isReported(stage, pair.sourceId),
    message: `${row[to]} cannot be empty, and the engine does not report that the clearing has not arrived`,
  });
}

const rewrittenByTarget: Check = {
  id: 'rewritten-by-target',
  kind: 'property',
  applies: textRow,
  title: (s) =>
    `A text that the target trims as it stores it does not come back to ${propertyName(s, 'source')}, nor go to and fro`,
  play: async (stage, subject) => {
    const row = rowOf(subject);
    const pair = await linkedPair(stage);
    stage.fault({
      code: 'F15',
      side: 'target',
      rewrite: 'trim',
      ...holderOf(stage, { row, side: 'target' }),
    });
    const typed = await stage.source.newValue(pair.sourceId, row.source);
    const value = `  ${String(typed)}  `;
    const written = stage.writesTo('target').length;
    await stage.source.edit(pair.sourceId, { [row.source]: value });
    await stage.rest();
    await stage.sweep();
    const after = await rowValues(stage, pair, row);
    stage.expect({
      holds: after.source === value,
      message: `${row.source} was overwritten with what the target made of it`,
      expected: JSON.stringify(value),
      found: JSON.stringify(after.source),
    });
    stage.expect({
      holds: after.target === value.trim(),
      message: `${row.target} does not hold the trimmed text`,
      expected: JSON.stringify(value.trim()),
      found: JSON.stringify(after.target),
    });
    const writes = stage.writesTo('target').length - written;
    stage.expect({
      holds: writes === 1,
      message: `one edit caused ${writes} writes`,
      expected: '1',
      found: String(writes),
    });
  },
};

/** What a mapped property must be able to carry. */
export const valueChecks: readonly Check[] = [
  awkwardValues('source'),
  awkwardValues('target'),
  clearing('source'),
  clearing('target'),
  rewrittenByTarget,
];
