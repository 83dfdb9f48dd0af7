import { opposite, type Side } from '../../settings.ts';
import type { Stage } from '../stage/stage.ts';
import type { Pair } from '../watching/pairing.ts';
import type { Check, Subject } from './check.ts';
import { propertyName, rowOf } from './edits.ts';
import { first } from './first.ts';
import { newMatch, tellingRows } from './linkable.ts';
import { at, linkedPair, rowValues } from './linked-pair.ts';

const sides = ['source', 'target'] as const;

/** How long one side's edit comes after the other's. */
const laterMs = 5_000;

function applies({ bench, row }: Subject): boolean {
  return row !== undefined && (bench.settings.consent ?? []).includes(row.source);
}

const carriedAtCreate: Check = {
  id: 'opt-out-carried-at-create',
  kind: 'property',
  applies: (s) => applies(s) && s.bench.makes.kind === 'always',
  title: (s) => `A no in ${propertyName(s, 'source')} is in its counterpart from the beginning`,
  play: async (stage, subject) => {
    const row = rowOf(subject);
    const sourceId = await stage.source.create({ [row.source]: false });
    await stage.rest();
    await expectNo(stage, { sourceId, targetId: await stage.counterpart(sourceId) }, subject);
  },
};

const winsOver = (yes: Side): Check => ({
  id: `opt-out-wins-over-later-yes-of-${yes}`,
  kind: 'property',
  applies: (s) => applies(s) && s.bench.makes.kind === 'always',
  title: (s) =>
    `Where both sides answer a question anew, a no wins over a later yes in ${propertyName(s, yes)}`,
  play: async (stage, subject) => {
    const row = rowOf(subject);
    const sourceId = await stage.source.create({ [row.source]: null });
    await stage.rest();
    const pair = { sourceId, targetId: await stage.counterpart(sourceId) };
    await say(stage, { pair, subject, side: opposite(yes), value: false });
    stage.world.clock.advance(laterMs);
    await say(stage, { pair, subject, side: yes, value: true });
    await stage.rest();
    await expectNo(stage, pair, subject);
  },
});

const survivesMerging = (yes: Side): Check => ({
  id: `opt-out-survives-merging-with-yes-of-${yes}`,
  kind: 'property',
  applies: (s) => applies(s) && tellingRows(s.bench).length > 0,
  title: (s) =>
    `Where two records are linked of which one says no, a yes in ${propertyName(s, yes)} does not replace it`,
  play: async (stage, subject) => {
    const pair = await newMatch(stage, first(tellingRows(stage.bench)));
    await say(stage, { pair, subject, side: opposite(yes), value: false });
    stage.world.clock.advance(laterMs);
    // Whatever it was before, the yes is an edit and the later one.
    await say(stage, { pair, subject, side: yes, value: null });
    await say(stage, { pair, subject, side: yes, value: true });
    await stage.rest();
    await expectNo(stage, pair, subject);
  },
});

const survivesFullListing: Check = {
  id: 'opt-out-survives-full-listing',
  kind: 'property',
  applies,
  title: (s) =>
    `A no in ${propertyName(s, 'target')} survives a restart and a whole listing of the source, until a person says yes again`,
  play: async (stage, subject) => {
    const pair = await linkedPair(stage);
    await say(stage, { pair, subject, side: 'source', value: true });
    await stage.rest();
    await say(stage, { pair, subject, side: 'target', value: false });
    await stage.restart();
    await stage.sweep();
    await stage.rest();
    await expectNo(stage, pair, subject);
    await say(stage, { pair, subject, side: 'source', value: true });
    await stage.rest();
    await expectBoth(stage, { pair, subject, value: true });
  },
};

interface Answered {
  readonly pair: Pair;
  readonly subject: Subject;
  /** Yes, no, or no answer at all. */
  readonly value: boolean | null;
}

/** Somebody answers the question on one side. */
async function say(stage: Stage, answered: Answered & { readonly side: Side }): Promise<void> {
  const { pair, subject, side, value } = answered;
  const { actor, id } = at(stage, pair, side);
  await actor.edit(id, { [rowOf(subject)[side]]: value });
}

async function expectNo(stage: Stage, pair: Pair, subject: Subject): Promise<void> {
  await expectBoth(stage, { pair, subject, value: false });
}

async function expectBoth(stage: Stage, { pair, subject, value }: Answered): Promise<void> {
  const values = await rowValues(stage, pair, rowOf(subject));
  stage.expect({
    holds: sides.every((side) => values[side] === value),
    message: value ? 'what a person allowed again is not allowed' : 'the no was lost',
    expected: JSON.stringify({ source: value, target: value }),
    found: JSON.stringify(values),
  });
}

/** Answers that say whether somebody's data may be used: a no must not be lost, whatever happens. */
export const consentChecks: readonly Check[] = [
  carriedAtCreate,
  ...sides.map(winsOver),
  ...sides.map(survivesMerging),
  survivesFullListing,
];
