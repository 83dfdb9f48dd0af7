import type { Side } from '../../settings.ts';
import type { Stage } from '../stage.ts';
import type { FaultRule } from '../world.ts';
import type { Check, Subject } from './check.ts';
import { propertyName, rowOf, writtenEntity } from './edits.ts';
import { at, type Edited, editAnew, expectArrived, linkedPair, opposite } from './linked-pair.ts';

/** How the next write goes wrong. */
type Trouble = 'F2' | 'F3' | 'F4';

const words: Readonly<Record<Trouble, { readonly id: string; readonly words: string }>> = {
  F2: { id: 'answer-lost', words: 'the answer to its write got lost' },
  F3: { id: 'unavailable', words: 'the other system was unavailable at first' },
  F4: { id: 'refused-once', words: 'the other system refused it once' },
};

const editThroughFault = (from: Side, code: Trouble): Check => ({
  id: `edit-of-${from}-${words[code].id}`,
  kind: 'property',
  title: (s) =>
    `An edit of ${propertyName(s, from)} arrives although ${words[code].words}, and so does the next one`,
  play: async (stage, subject) => {
    const edited = { pair: await linkedPair(stage), row: rowOf(subject), from };
    stage.fault(troubleFor(stage, { subject, to: opposite(from), code }));
    const value = await editAnew(stage, edited);
    await workElsewhere(stage, edited);
    await stage.cycle(2);
    if (code === 'F4') await stage.sweep();
    await stage.rest();
    await expectArrived(stage, { ...edited, value });
    const next = await editAnew(stage, edited);
    await stage.rest();
    await expectArrived(stage, { ...edited, value: next });
  },
});

interface Aimed {
  readonly subject: Subject;
  readonly to: Side;
  readonly code: Trouble;
}

/** Aimed at the entity that really gets the write, where settings write a row through another one. */
function troubleFor(stage: Stage, { subject, to, code }: Aimed): FaultRule {
  const entity = writtenEntity(stage, rowOf(subject), to);
  const aim = { side: to, entity, write: 'update' } as const;
  if (code === 'F2') return { code, ...aim };
  return { code, ...aim, times: code === 'F3' ? 2 : 1 };
}

/**
 * Somebody makes another record on the side of the edit, later than an engine looks back: what
 * failed is not simply listed again because it is the newest.
 */
async function workElsewhere(stage: Stage, { pair, from }: Edited): Promise<void> {
  stage.world.clock.advance(2 * stage.world.settings.overlapMs);
  await at(stage, pair, from).actor.create();
}

/** Edits whose first write goes wrong. */
export const faultyWriteChecks: readonly Check[] = (['source', 'target'] as const).flatMap((from) =>
  (['F2', 'F3', 'F4'] as const).map((code) => editThroughFault(from, code)),
);
