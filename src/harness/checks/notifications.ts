import type { FaultRule } from '../fault-rule.ts';
import type { Stage } from '../stage/stage.ts';
import type { Check, Subject } from './check.ts';
import {
  editAnew,
  expectArrived,
  firstRow,
  linkedPair,
  linkedPairs,
  secondRow,
} from './linked-pair.ts';
import { passLookBack } from './look-back.ts';

const from = 'source';

/** Longer than one pass takes to come after an edit, and shorter than a record is old by then. */
const unreadableMs = 90_000;

function applies({ bench }: Subject): boolean {
  return bench.offers[from].has('notifications') && bench.rows.length > 1;
}

const lost: Check = {
  id: 'notification-lost',
  kind: 'both-ways',
  applies,
  title: ({ bench }) =>
    `An edit of ${bench.section[from]} of which no notification comes arrives within the time between two whole listings`,
  play: async (stage) => {
    const [told, untold] = await linkedPairs(stage, 2);
    const row = firstRow(stage);
    tell(stage, { how: 'lost', ids: [untold.sourceId] });
    const value = await editAnew(stage, { pair: untold, row, from });
    passLookBack(stage);
    const other = await editAnew(stage, { pair: told, row, from });
    await stage.sweep();
    await stage.rest();
    await expectArrived(stage, { pair: told, row, from, value: other });
    await expectArrived(stage, { pair: untold, row, from, value });
  },
};

const outOfOrder: Check = {
  id: 'notifications-out-of-order',
  kind: 'both-ways',
  applies,
  title: ({ bench }) =>
    `Of two edits of one ${bench.section[from]} the later one stands on both sides, though its notification comes first, and comes twice`,
  play: async (stage) => {
    const pair = await linkedPair(stage);
    const row = firstRow(stage);
    tell(stage, { how: 'doubled' });
    tell(stage, { how: 'reordered' });
    await editAnew(stage, { pair, row, from });
    const value = await editAnew(stage, { pair, row, from });
    await stage.cycle();
    await stage.rest();
    await expectArrived(stage, { pair, row, from, value });
  },
};

const delayed: Check = {
  id: 'notification-late',
  kind: 'both-ways',
  applies,
  title: ({ bench }) =>
    `A notification that comes after a later edit of the same ${bench.section[from]} takes nothing back`,
  play: async (stage) => {
    const pair = await linkedPair(stage);
    const row = firstRow(stage);
    tell(stage, { how: 'delayed', ms: unreadableMs, times: 1 });
    await editAnew(stage, { pair, row, from });
    await stage.cycle();
    const value = await editAnew(stage, { pair, row, from });
    await stage.cycle();
    await stage.rest();
    await expectArrived(stage, { pair, row, from, value });
  },
};

const tooEarly: Check = {
  id: 'notified-before-readable',
  kind: 'both-ways',
  applies,
  title: ({ bench }) =>
    `An edit of ${bench.section[from]} arrives although its notification comes before the edit can be read`,
  play: async (stage) => {
    const pair = await linkedPair(stage);
    const row = firstRow(stage);
    stage.fault({ code: 'F1', side: from, entity: stage.bench.entity[from], ms: unreadableMs });
    const value = await editAnew(stage, { pair, row, from });
    await stage.cycle();
    stage.mend();
    await stage.sweep();
    await stage.rest();
    await expectArrived(stage, { pair, row, from, value });
  },
};

const partial: Check = {
  id: 'notified-in-part',
  kind: 'both-ways',
  applies,
  title: ({ bench }) =>
    `What a notification of ${bench.section[from]} leaves out is not taken for cleared`,
  play: async (stage) => {
    const pair = await linkedPair(stage);
    const [row, other] = [firstRow(stage), secondRow(stage)];
    const before = await stage.source.value(pair.sourceId, other.source);
    tell(stage, { how: 'thin', keep: ['id', 'createdAt', 'modifiedAt', row.source] });
    const value = await editAnew(stage, { pair, row, from });
    await stage.cycle();
    await stage.rest();
    await expectArrived(stage, { pair, row, from, value });
    await expectArrived(stage, { pair, row: other, from, value: before });
  },
};

const aheadOfList: Check = {
  id: 'notified-before-listed',
  kind: 'every',
  applies: ({ bench }) => bench.offers[from].has('notifications'),
  title: ({ bench }) =>
    `One new ${bench.section[from]} record gets its ${bench.section.target} although its notification comes before it can be read, or before it is listed`,
  play: async (stage) => {
    // From now on lists of changes begin at the newest record that was read.
    await linkedPair(stage);
    const concerned = { side: from, entity: stage.bench.entity[from], ms: unreadableMs } as const;
    stage.fault({ code: 'F12', ...concerned, times: 1 });
    const unreadable = await stage.source.create();
    passLookBack(stage);
    const newer = await stage.source.create();
    await stage.cycle();
    stage.mend();
    stage.fault({ code: 'F1', ...concerned, read: 'list' });
    const unlisted = await stage.source.create();
    await stage.cycle();
    stage.mend();
    await stage.sweep();
    await stage.rest();
    for (const id of [unreadable, newer, unlisted]) await stage.counterpart(id);
  },
};

type Telling = Omit<Extract<FaultRule, { code: 'F19' }>, 'code' | 'side' | 'entity'>;

/** From now on the system tells otherwise. */
function tell(stage: Stage, telling: Telling): void {
  stage.fault({ code: 'F19', side: from, entity: stage.bench.entity[from], ...telling });
}

/** A system that tells what has changed, and tells it late, twice, in another order, or not at all. */
export const notificationChecks: readonly Check[] = [
  lost,
  outOfOrder,
  delayed,
  tooEarly,
  aheadOfList,
  partial,
];
