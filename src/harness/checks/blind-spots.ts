import { opposite, type Side } from '../../settings.ts';
import type { Stage } from '../stage/stage.ts';
import type { Check } from './check.ts';
import { propertyName, rowOf } from './edits.ts';
import { editAnew, expectArrived, expectCarried, linkedPair } from './linked-pair.ts';
import { passLookBack } from './look-back.ts';

/** How long a change is kept from readers: a pass falls into it, and newer changes are read meanwhile. */
const unseenMs = 90_000;

const seenLate: Check = {
  id: 'seen-late',
  kind: 'every',
  title: ({ bench }) =>
    `One ${bench.section.source} record that the API shows only after newer ones, or that the engine may not see at first, gets its ${bench.section.target} though nobody edits it`,
  play: async (stage) => {
    const late = stage.bench.stamped.source ? await shownLate(stage) : [];
    const hidden = await hiddenAtFirst(stage);
    await settle(stage);
    for (const id of [...late, ...hidden]) await stage.counterpart(id);
  },
};

/** Somebody makes a record that is shown only after a newer one. Returns both. */
async function shownLate(stage: Stage): Promise<readonly string[]> {
  const { source: entity } = stage.bench.entity;
  stage.fault({ code: 'F12', side: 'source', entity, times: 1, ms: unseenMs });
  const late = await stage.source.create();
  const newer = await stage.source.create();
  await stage.cycle(2);
  return [late, newer];
}

/** Somebody makes a record that is hidden until newer ones were read. Returns all of them. */
async function hiddenAtFirst(stage: Stage): Promise<readonly string[]> {
  const { source: entity } = stage.bench.entity;
  const seen = await stage.source.create();
  const hidden = await stage.source.create();
  stage.fault({ code: 'F8', side: 'source', entity, ids: [hidden], answer: 404 });
  await stage.cycle(2);
  const newer = await stage.source.create();
  await stage.cycle();
  stage.mend();
  return [seen, hidden, newer];
}

const unstampedEdit = (from: Side): Check => ({
  id: `unstamped-edit-of-${from}`,
  kind: 'property',
  applies: ({ bench }) => bench.stamped[from],
  title: (s) =>
    `A change of ${propertyName(s, from)} that leaves the record's modification time as it was is carried by the next full listing`,
  play: async (stage, subject) => {
    const edited = { pair: await linkedPair(stage), row: rowOf(subject), from };
    stage.fault({ code: 'F13', side: from, entity: stage.bench.entity[from] });
    const value = await editAnew(stage, edited);
    stage.mend();
    // Somebody goes on working, so that what is newest is not listed again by chance.
    passLookBack(stage);
    await stage[from].create();
    await settle(stage);
    await expectArrived(stage, { ...edited, value });
  },
});

const clockAhead = (side: Side): Check => ({
  id: `clock-ahead-${side}`,
  kind: 'property',
  applies: ({ bench }) => bench.stamped.source && bench.stamped.target,
  title: (s) =>
    `While the clock of ${s.bench.system[side]} is ten minutes ahead, what is typed later in ${propertyName(s, opposite(side))} still stands on both sides`,
  play: async (stage, subject) => {
    const edited = { pair: await linkedPair(stage), row: rowOf(subject), from: side };
    stage.fault({ code: 'F11', side, skew: 600_000 });
    await expectCarried(stage, edited);
    const later = { ...edited, from: opposite(side) };
    await expectCarried(stage, later);
  },
});

/** Until everything has been listed whole, and then at rest. */
async function settle(stage: Stage): Promise<void> {
  await stage.sweep();
  await stage.rest();
}

/** Changes that modification times do not tell of, or tell wrongly. */
export const blindSpotChecks: readonly Check[] = [
  seenLate,
  unstampedEdit('source'),
  unstampedEdit('target'),
  clockAhead('source'),
  clockAhead('target'),
];
