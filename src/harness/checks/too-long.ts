import type { Stage } from '../stage/stage.ts';
import { canary } from '../watching/canary.ts';
import type { Pair } from '../watching/pairing.ts';
import type { Check, Subject } from './check.ts';
import { holderOf, propertyName, rowOf } from './edits.ts';
import { expectCarried, linkedPair, rowValues } from './linked-pair.ts';
import { expectReported } from './said.ts';
import { textRow } from './values.ts';

/** How many letters the target takes here, and how many somebody types. */
const limit = 20;
const length = 60;

const tooLong: Check = {
  id: 'too-long-for-target',
  kind: 'property',
  applies: textRow,
  title: (s) =>
    `A text that the target cuts, or refuses, stays whole in ${propertyName(s, 'source')}; where it is refused ${propertyName(s, 'target')} keeps what it had, and it is reported until somebody shortens it`,
  play: async (stage, subject) => {
    const pair = await linkedPair(stage);
    await refusedByTarget(stage, { subject, pair });
    await cutByTarget(stage, { subject, pair });
  },
};

async function cutByTarget(stage: Stage, { subject, pair }: Played): Promise<void> {
  const row = rowOf(subject);
  stage.fault({
    ...{ code: 'F15', side: 'target', rewrite: `truncate:${limit}` },
    ...holderOf(stage, { row, side: 'target' }),
  });
  const value = canary(stage.world.dice, length - 1);
  await stage.source.edit(pair.sourceId, { [row.source]: value });
  await stage.rest();
  await stage.sweep();
  const found = await rowValues(stage, pair, row);
  expectSame(stage, { what: row.source, expected: value, found: found.source });
  expectSame(stage, { what: row.target, expected: value.slice(0, limit), found: found.target });
}

interface Played {
  readonly subject: Subject;
  readonly pair: Pair;
}

async function refusedByTarget(stage: Stage, { subject, pair }: Played): Promise<void> {
  const row = rowOf(subject);
  const before = await rowValues(stage, pair, row);
  stage.fault({
    ...{ code: 'F20', side: 'target', pattern: `^.{${length},}$` },
    ...holderOf(stage, { row, side: 'target' }),
  });
  const value = canary(stage.world.dice, length);
  await stage.source.edit(pair.sourceId, { [row.source]: value });
  await stage.cycle();
  await stage.rest();
  expectReported(stage, pair.sourceId);
  const found = await rowValues(stage, pair, row);
  expectSame(stage, { what: row.source, expected: value, found: found.source });
  expectSame(stage, { what: row.target, expected: before.target, found: found.target });
  const edited = { pair, row, from: 'source' } as const;
  await expectCarried(stage, edited);
}

interface Comparison {
  readonly what: string;
  readonly expected: unknown;
  readonly found: unknown;
}

function expectSame(stage: Stage, { what, expected, found }: Comparison): void {
  stage.expect({
    holds: JSON.stringify(found) === JSON.stringify(expected),
    message: `${what} does not hold what it should`,
    expected: JSON.stringify(expected),
    found: JSON.stringify(found),
  });
}

/** Texts that the other side cannot hold. */
export const tooLongChecks: readonly Check[] = [tooLong];
