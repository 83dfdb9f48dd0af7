import type { Violation } from '../../checklist/violation.ts';
import { opposite } from '../../settings.ts';
import type { Value } from '../../value.ts';
import { inWords, recordName } from '../basis/bench.ts';
import { empty, saysTheSame } from '../basis/oracle.ts';
import { mayDiffer } from '../watching/excuse.ts';
import type { Put } from '../watching/history.ts';
import { compete, type PairRow, putsOf, stoodAfter } from '../watching/pair-row.ts';
import { idOn, type Pair, type Pairing } from '../watching/pairing.ts';
import type { Scene } from '../watching/scene.ts';
import type { Telling } from '../watching/telling.ts';
import { isToldAs, isToldOf } from '../watching/told-conflict.ts';
import type { Invariant } from './invariant.ts';

/**
 * What a user typed into a mapped property is at rest on both sides, or a later user who could see
 * it replaced it, or it lost to another one's and the engine said so. Who had to win is the
 * conflict checks' matter. What a pass would have said in which the engine died is known to nobody.
 */
export const noLostUpdate: Invariant = {
  law: 'I4 no lost update',
  judge: async (scene) => {
    if (!scene.atRest) return [];
    const violations: Violation[] = [];
    for (const pairing of scene.pairings) {
      for (const pair of pairing.pairs) violations.push(...(await judgePair(scene, pairing, pair)));
    }
    return violations;
  },
};

async function judgePair(
  scene: Scene,
  { bench }: Pairing,
  pair: Pair,
): Promise<readonly Violation[]> {
  const now = {
    source: await scene.read('source', bench.entity.source, pair.sourceId),
    target: await scene.read('target', bench.entity.target, pair.targetId),
  };
  if (now.source === undefined || now.target === undefined) return [];
  return bench.rows.flatMap((row) =>
    (['source', 'target'] as const).flatMap((side) => {
      const edit = { scene, bench, pair, row, side };
      const lost = lostPut(edit, now[side]?.[row[side]] ?? null);
      return lost === undefined ? [] : [violation(edit, lost)];
    }),
  );
}

/** The last that users put into one side's property, where it is gone without a word. */
function lostPut(edit: PairRow, now: Value): Put | undefined {
  const { scene, row, side, pair } = edit;
  const last = putsOf(edit, side).findLast(({ author }) => author !== 'engine');
  // What the system itself has put there since, an erasure, is nobody's loss.
  if (last?.author !== 'user' || (empty(last.value) && (last.action === 'create' || pair.merged)))
    return undefined;
  const stands = [last.value, scene.stored(side, row[side], last.value)].some(
    (value) =>
      JSON.stringify(value) === JSON.stringify(now) ||
      saysTheSame({ type: row.type, source: value, target: now }) === true,
  );
  if (stands) return undefined;
  const excuses = [
    ...[isOpen, wasSeenAndReplaced, wasTold, diedOverIt],
    ...[isUnseenReturn, wasTakenBackUnseen, wasToldToBe],
  ];
  return excuses.some((holds) => holds(edit, last)) ? undefined : last;
}

/** Whether the engine reports that it is still to be carried, and something stands in the way. */
function isOpen({ scene, bench, pair, row, side }: PairRow, { seq, value }: Put): boolean {
  return mayDiffer(scene, { bench, pair, row, from: side, since: seq, value });
}

/** Whether the value had reached the other side before a user replaced it there. */
function wasSeenAndReplaced(edit: PairRow, { seq, value }: Put): boolean {
  const puts = putsOf(edit, opposite(edit.side));
  const arrived = puts.find((put) => put.seq > seq && same(edit, value, put.value));
  const held = puts.findLast((put) => put.seq < seq);
  const since = held !== undefined && same(edit, value, held.value) ? seq : arrived?.seq;
  // What a person edits where it comes from is shown as the system's own doing; what the system
  // makes of the value as it stores it is nobody's.
  return (
    since !== undefined &&
    puts.some((put) => put.author !== 'engine' && put.seq > since && !isStoredForm(edit, put))
  );
}

/**
 * Whether the user put back what had stood there before a write of the engine whose answer was lost,
 * or over which it died: it cannot know that the write was done, nor that anybody put anything back.
 */
function isUnseenReturn(edit: PairRow, last: Put): boolean {
  const earlier = putsOf(edit, edit.side).filter(({ seq }) => seq < last.seq);
  const [stood, written] = earlier.slice(-2);
  if (written?.author !== 'engine') return false;
  const isUnknown = edit.scene.unanswered.isLost(written.request) || diedIn(edit, written.seq);
  return isUnknown && JSON.stringify(stood?.value ?? null) === JSON.stringify(last.value);
}

/**
 * Whether the user put there what a write of the engine, whose end it cannot know, was to put there:
 * it takes that for its own.
 */
function wasToldToBe({ scene, bench, pair, row, side }: PairRow, { seq, value }: Put): boolean {
  const record = recordName(bench, side, idOn(side, pair));
  return scene.unanswered.wasToPut(record, { property: row[side], value, seq });
}

/**
 * Whether users only put back, between two passes, what both sides had said after the first of them:
 * an engine that asks now and then cannot know that anybody edited. One that died in a pass, before
 * it had carried the edit, has forgotten what it saw.
 */
function wasTakenBackUnseen(edit: PairRow, { seq, value }: Put): boolean {
  const { told } = edit.scene;
  const pass = told.findLast(({ upTo, report }) => upTo < seq && report.died !== true)?.upTo ?? 0;
  const isCarried = (['source', 'target'] as const)
    .flatMap((side) => putsOf(edit, side))
    .some((put) => put.author === 'engine' && put.seq > pass && put.seq < seq);
  if (isCarried) return false;
  const [own, others] = stoodAfter(edit, pass);
  if (own === undefined || others === undefined || !same(edit, own, others)) return false;
  return JSON.stringify(own) === JSON.stringify(value);
}

/**
 * Whether a system put this in by itself, as its form of what the engine had just carried there. An
 * engine that got no answer, or died over it, cannot tell it from an edit.
 */
function isStoredForm(edit: PairRow, { author, seq, value }: Put): boolean {
  const other = opposite(edit.side);
  const carried = putsOf(edit, other).findLast((put) => put.seq < seq && put.author === 'engine');
  if (carried === undefined || edit.scene.unanswered.isLost(carried.request)) return false;
  if (diedIn(edit, carried.seq)) return false;
  const stored = edit.scene.stored(other, edit.row[other], carried.value);
  return author === 'server' && JSON.stringify(stored) === JSON.stringify(value);
}

/**
 * Whether the engine has said, since it was typed, that this value of this property lost. It can have
 * lost only to what somebody else put into the same property: edits of different ones do not compete.
 */
function wasTold(edit: PairRow, put: Put): boolean {
  const { scene, side } = edit;
  const hasRival = putsOf(edit, opposite(side)).some(
    (rival) => rival.author !== 'engine' && compete(edit, put, rival),
  );
  return (
    hasRival && scene.told.some((telling) => telling.upTo > put.seq && tells(telling, edit, put))
  );
}

function tells({ report }: Telling, edit: PairRow, { value }: Put): boolean {
  return report.conflicts.some(
    (conflict) => isToldOf(conflict, edit) && isToldAs(edit, conflict.lost, value),
  );
}

/** Whether the engine died in the pass in which it replaced the value: what it would have said is known to nobody. */
function diedOverIt(edit: PairRow, { seq }: Put): boolean {
  const puts = putsOf(edit, edit.side);
  const replaced = puts.find((put) => put.seq > seq && put.author === 'engine')?.seq;
  return replaced !== undefined && diedIn(edit, replaced);
}

/** Whether the engine died in the pass to which this entry of the ledger belongs. */
function diedIn({ scene }: PairRow, entry: number): boolean {
  return scene.told.find(({ upTo }) => upTo >= entry)?.report.died === true;
}

function same({ row: { type } }: PairRow, own: Value, others: Value): boolean {
  return saysTheSame({ type, source: own, target: others }) !== false;
}

function violation({ bench, pair, row, side }: PairRow, { value }: Put): Violation {
  return {
    law: noLostUpdate.law,
    message: `what a user typed into ${row[side]} of ${inWords(recordName(bench, side, idOn(side, pair)))} was replaced although nobody who could see it did so, and the engine tells of no other edit of it that won`,
    expected: JSON.stringify(value),
  };
}
