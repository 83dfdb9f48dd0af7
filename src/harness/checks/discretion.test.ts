import { expect, test } from 'vitest';
import { redactor } from '../../evidence/redaction.ts';
import { testStage } from '../test-stage.ts';
import { discretionChecks } from './discretion.ts';
import { first } from './first.ts';

interface Given {
  /** What people type into each record's name. */
  readonly typed?: string;
  /** What the engine reports of each pass; left out, nothing. */
  readonly said?: string;
}

/** What a check of discretion comes to. */
async function judged({ typed = 'Ada Lovelace', said }: Given): Promise<void> {
  const problems = said === undefined ? [] : [{ kind: 'failed', reason: said }];
  const { stage } = testStage({
    cycle: () => ({ problems, conflicts: [] }),
    world: {
      newRecord: {
        source: () => ({ name: typed, age: 36, city: null }),
        target: () => ({}),
      },
      gate: redactor([{ name: 'clientSecret', value: 'hunter2-hunter2' }]),
    },
  });
  await first(discretionChecks).play(stage, stage);
}

test('An engine that says nothing of what failed is not discreet', async () => {
  await expect(judged({})).rejects.toThrow('the engine reports nothing of what failed');
});

test.each([
  ['the record was refused', 'Ada Lovelace'],
  ['what is shorter than eight letters is found anywhere: Alan T', 'Alan T'],
  ['a moment is no secret: 2026-01-05T08:00:00Z', '2026-01-05T08:00:00Z'],
  ['it wants a bearer', 'Ada Lovelace'],
])('This gives nothing away: %s', async (said, typed) => {
  await expect(judged({ said, typed })).resolves.toBeUndefined();
});

test.each([
  ['Ada Lovelace was refused', 'Ada Lovelace'],
  ['eight letters are told apart: Alan Tur', 'Alan Tur'],
  ['not every number of a day is a moment: 2026-01-05 to 06', '2026-01-05 to 06'],
  ['a moment at its end makes no moment of it: born 2026-01-05T', 'born 2026-01-05T'],
])('What was typed is given away: %s', async (said, typed) => {
  await expect(judged({ said, typed })).rejects.toMatchObject({
    violation: {
      message: expect.stringContaining('what a user typed'),
      found: JSON.stringify(typed),
    },
  });
});

test.each(['sent with hunter2-hunter2', 'sent with Bearer abc', 'sent with BEARER   abc'])(
  'A key or a token is given away: %s',
  async (said) => {
    await expect(judged({ said })).rejects.toThrow('reports a key or a token');
  },
);
