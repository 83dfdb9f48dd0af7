import { opposite, type Side } from '../../settings.ts';
import type { FaultRule } from '../fault-rule.ts';
import type { Stage } from '../stage/stage.ts';
import type { Check } from './check.ts';
import { holderOf, propertyName, rowOf } from './edits.ts';
import {
  at,
  type Edited,
  editAnew,
  expectArrived,
  expectCarried,
  linkedPair,
} from './linked-pair.ts';
import { passLookBack } from './look-back.ts';

/** The writes on which a trouble falls. */
interface Writes {
  readonly side: Side;
  readonly entity: string;
  readonly write: 'update';
}

type Fault = (writes: Writes) => FaultRule;

/** How the next write goes wrong. */
interface Trouble {
  readonly id: string;
  /** Ends a sentence that begins "An edit arrives although". */
  readonly words: string;
  readonly faults: readonly Fault[];
}

const refused: Trouble = {
  id: 'refused-once',
  words: 'the other system refused it once',
  faults: [(writes) => ({ code: 'F4', ...writes })],
};

const troubles: readonly Trouble[] = [
  {
    id: 'answer-lost',
    words: 'the answer to its write got lost',
    faults: [(writes) => ({ code: 'F2', ...writes })],
  },
  {
    id: 'unavailable',
    words: 'the other system was unavailable at first',
    faults: [(writes) => ({ code: 'F3', ...writes, times: 2, answer: 503 })],
  },
  refused,
  {
    id: 'turned-away',
    words:
      'the other system asked to be left alone, answered 200 with nothing done, or took no token',
    faults: [
      (writes) => ({ code: 'F6', ...writes, times: 2, retryAfter: 90 }),
      (writes) => ({ code: 'F4', ...writes, how: 'empty' }),
      (writes) => ({ code: 'F7', ...writes, times: 2 }),
    ],
  },
];

const editThroughFault = (from: Side, trouble: Trouble): Check => ({
  id: `edit-of-${from}-${trouble.id}`,
  kind: 'property',
  title: (s) =>
    `An edit of ${propertyName(s, from)} arrives although ${trouble.words}, and so does the next one`,
  play: async (stage, subject) => {
    const edited = { pair: await linkedPair(stage), row: rowOf(subject), from };
    // Aimed at the entity that really gets the write, where settings write a row through another one.
    const { entity } = holderOf(stage, { row: edited.row, side: opposite(from) });
    let other: string | undefined;
    for (const fault of trouble.faults) {
      stage.fault(fault({ side: opposite(from), entity, write: 'update' }));
      const value = await editAnew(stage, edited);
      other = await workElsewhere(stage, edited, other);
      await stage.cycle(2);
      if (trouble === refused) await stage.sweep();
      await stage.rest();
      await expectArrived(stage, { ...edited, value });
    }
    await expectCarried(stage, edited);
  },
});

/**
 * Somebody works on another record on the side of the edit, later than an engine looks back: what
 * failed is not simply listed again because it is the newest. Returns that record's id, for the
 * next time: a company may have no more than one of its own.
 */
async function workElsewhere(
  stage: Stage,
  { pair, row, from }: Edited,
  other: string | undefined,
): Promise<string> {
  passLookBack(stage);
  const { actor } = at(stage, pair, from);
  if (other === undefined) return actor.create();
  await actor.edit(other, { [row[from]]: await actor.newValue(other, row[from]) });
  return other;
}

/** Edits whose first write goes wrong. */
export const faultyWriteChecks: readonly Check[] = (['source', 'target'] as const).flatMap((from) =>
  troubles.map((trouble) => editThroughFault(from, trouble)),
);
