import fc from 'fast-check';
import type { Move, Story } from '../../src/harness/metamorphic/story.ts';

const create: Move = { kind: 'create' };
const cycle: Move = { kind: 'cycle' };
const edit = (record: number, row: number, side: 'source' | 'target'): Move => ({
  ...{ kind: 'edit', record, row, side },
});

/** The base set: what people do every day, told once each. */
export const stories = {
  'a record made and edited on both sides in turn': [
    ...[create, cycle, edit(0, 0, 'source'), cycle],
    ...[edit(0, 0, 'target'), cycle, edit(0, 1, 'source'), cycle],
  ],
  'several records in one batch, edited in another': [
    ...[create, create, create, cycle, cycle],
    ...[edit(0, 0, 'source'), edit(1, 0, 'target'), edit(2, 1, 'source'), edit(0, 1, 'target')],
    ...[cycle, create, edit(1, 0, 'source'), edit(1, 0, 'source'), cycle],
  ],
  'a record deleted between others': [
    ...[create, create, cycle, edit(0, 0, 'target'), cycle],
    ...[{ kind: 'remove', record: 0 } as const, edit(1, 0, 'source'), cycle, create, cycle],
  ],
} as const satisfies Readonly<Record<string, Story>>;

/** A batch in which nobody competes: each record and row is edited on one side alone. */
const batch: fc.Arbitrary<Story> = fc
  .uniqueArray(
    fc.record({
      record: fc.nat({ max: 2 }),
      row: fc.nat({ max: 2 }),
      side: fc.constantFrom('source' as const, 'target' as const),
    }),
    { maxLength: 4, selector: ({ record, row }) => `${record} ${row}` },
  )
  .map((edits) => [...edits.map(({ record, row, side }) => edit(record, row, side)), cycle]);

/** Random stories: three records, then batch after batch. */
export const randomStories: fc.Arbitrary<Story> = fc
  .array(batch, { minLength: 2, maxLength: 5 })
  .map((batches) => [create, create, cycle, create, cycle, ...batches.flat()]);
