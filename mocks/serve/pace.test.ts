import { describe, expect, test } from 'vitest';
import { json } from '../http/answer.ts';
import { Pacing } from './pace.ts';

/** Waits that end when they are told to. */
function waits(): { readonly asked: number[]; sleep(ms: number): Promise<void>; end(): void } {
  const asked: number[] = [];
  const ends: (() => void)[] = [];
  return {
    asked,
    sleep: (ms) => {
      asked.push(ms);
      return new Promise((resolve) => ends.push(resolve));
    },
    end: () => {
      for (const end of ends) end();
    },
  };
}

const answer = json(200, '{}');

describe('Pacing', () => {
  test('an answer with a delay waits for it', async () => {
    const { asked, sleep, end } = waits();
    const released = new Pacing(sleep).release({ ...answer, pace: { delay: 300 } });
    end();
    await released;
    expect(asked).toEqual([300]);
  });

  test('an answer that is held goes when enough others have passed', async () => {
    const pacing = new Pacing(waits().sleep);
    let gone = false;
    const released = pacing.release({ ...answer, pace: { hold: 2 } }).then(() => {
      gone = true;
    });
    pacing.passed();
    await Promise.resolve();
    expect(gone).toBe(false);
    pacing.passed();
    await released;
    expect(gone).toBe(true);
  });

  test('an answer that nobody passes goes after a while', async () => {
    const { asked, sleep, end } = waits();
    const released = new Pacing(sleep).release({ ...answer, pace: { hold: 2 } });
    end();
    await released;
    expect(asked).toEqual([1000]);
  });

  test('a body drips in pieces of bytes, twenty a second', async () => {
    const pieces: string[] = [];
    for await (const piece of new Pacing(async () => undefined).pieces('Bergen', 40)) {
      pieces.push(piece.toString());
    }
    expect(pieces).toEqual(['Be', 'rg', 'en']);
  });
});
