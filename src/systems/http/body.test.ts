import { expect, test } from 'vitest';
import { readBody } from './body.ts';

test('characters that are cut between two chunks are whole again', async () => {
  const bytes = new TextEncoder().encode('Ås 🧾');
  const stream = new ReadableStream({
    start(controller) {
      for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
      controller.close();
    },
  });
  expect(await readBody(new Response(stream))).toEqual({ kind: 'text', text: 'Ås 🧾' });
});

test('no body is an empty text', async () => {
  expect(await readBody(new Response(null))).toEqual({ kind: 'text', text: '' });
});

test('bytes that are not UTF-8 make a body unreadable', async () => {
  const cut = new Response(Uint8Array.of(0x22, 0xc3));
  expect(await readBody(cut)).toMatchObject({ kind: 'unreadable' });
});

test('a body without an end is left after 32 MB', async () => {
  let sent = 0;
  const endless = new ReadableStream({
    pull(controller) {
      sent += 1;
      controller.enqueue(new Uint8Array(1024 * 1024).fill(0x20));
    },
  });
  expect(await readBody(new Response(endless))).toMatchObject({ kind: 'unreadable' });
  expect(sent).toBeLessThan(40);
});
