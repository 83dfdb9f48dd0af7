import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { type Steadiness, steadyFetch } from './steady-fetch.ts';

const quick: Steadiness = {
  perSecond: 1000,
  attempts: 3,
  pauseMs: 1,
  timeoutMs: 1000,
  breaker: { failures: 4, restMs: 60_000 },
};

/** A system that answers with these statuses, one after the other, the last one for ever. */
function answering(...statuses: readonly number[]): { fetch: typeof fetch; asked: () => number } {
  let asked = 0;
  return {
    asked: () => asked,
    fetch: async () => {
      const status = statuses[Math.min(asked, statuses.length - 1)] ?? 200;
      asked += 1;
      if (status === 0) throw new TypeError('fetch failed');
      return new Response('{}', { status, headers: { 'retry-after': '0' } });
    },
  };
}

test('A read is tried again after a lost connection, a 503 and a 429', async () => {
  const system = answering(0, 503, 200);
  expect((await steadyFetch(system.fetch, quick)('https://x.test/a')).status).toBe(200);
  expect(system.asked()).toBe(3);
});

test('A read that keeps failing ends with the last answer', async () => {
  const system = answering(503);
  expect((await steadyFetch(system.fetch, quick)('https://x.test/a')).status).toBe(503);
  expect(system.asked()).toBe(3);
});

test('A write is sent once, whatever becomes of it', async () => {
  const system = answering(503, 200);
  const sent = await steadyFetch(system.fetch, quick)('https://x.test/a', { method: 'POST' });
  expect(sent.status).toBe(503);
  expect(system.asked()).toBe(1);
});

test('A refusal is an answer: it is not tried again', async () => {
  const system = answering(422, 200);
  expect((await steadyFetch(system.fetch, quick)('https://x.test/a')).status).toBe(422);
  expect(system.asked()).toBe(1);
});

test('Who asks to be left alone for longer than anybody waits is not asked again', async () => {
  let asked = 0;
  const throttling: typeof fetch = async () => {
    asked += 1;
    return new Response(null, { status: 429, headers: { 'retry-after': '600' } });
  };
  expect((await steadyFetch(throttling, quick)('https://x.test/a')).status).toBe(429);
  expect(asked).toBe(1);
});

test('The body of an answer can be read after the policy is through', async () => {
  const server = createServer((_, response) => response.end('whole'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const steady = steadyFetch(globalThis.fetch, quick);
  const answer = await steady(`http://127.0.0.1:${port}/`, { method: 'POST' });
  expect(await answer.text()).toBe('whole');
  server.close();
});

test('A system that keeps failing is left alone', async () => {
  const system = answering(0);
  const steady = steadyFetch(system.fetch, quick);
  for (let i = 0; i < 6; i += 1) await expect(steady('https://x.test/a')).rejects.toThrow();
  expect(system.asked()).toBe(4);
});
