import { PassThrough } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { lastWordsOn } from './last-words.ts';

/** What is kept of these pieces, said one after the other. */
async function kept(...pieces: readonly (string | Buffer)[]): Promise<string> {
  const stream = new PassThrough();
  const read = lastWordsOn([null, stream]);
  for (const piece of pieces) stream.write(piece);
  await turn();
  return read();
}

test('The end of a long line is kept, whatever pieces it comes in', async () => {
  expect(await kept('a'.repeat(1999), 'bc\n')).toBe(`${'a'.repeat(1997)}bc`);
});

test('A character that comes in two pieces is one', async () => {
  const [first, second] = [Buffer.from([0xc3]), Buffer.from([0xa5])];
  expect(await kept(first, second)).toBe('å');
});
