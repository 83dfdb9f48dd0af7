import { expect, test } from 'vitest';
import { virtualClock } from '../../clock.ts';
import { politeFetch } from './polite-fetch.ts';

/** A system that answers 429 first and 200 from then on, and how often it was asked. */
function throttledOnce(headers: Readonly<Record<string, string>> = {}) {
  const clock = virtualClock(0);
  let asked = 0;
  const fetch = async (): Promise<Response> => {
    asked += 1;
    return asked === 1 ? new Response(null, { status: 429, headers }) : new Response('{}');
  };
  const polite = politeFetch(fetch, clock);
  const status = async () => (await polite('https://example.test/')).status;
  return { clock, status, asked: () => asked };
}

test('after a 429 nothing is sent for the second that systems mean by it', async () => {
  const { clock, status, asked } = throttledOnce();
  expect([await status(), await status()]).toEqual([429, 429]);
  expect(asked()).toBe(1);
  clock.advance(1000);
  expect(await status()).toBe(200);
});

test('the Retry-After is kept, to the second', async () => {
  const { clock, status, asked } = throttledOnce({ 'retry-after': '30' });
  await status();
  clock.advance(29_999);
  expect([await status(), asked()]).toEqual([429, 1]);
  clock.advance(1);
  expect(await status()).toBe(200);
});

test('a Retry-After that is a date is kept by the clock of the system that gives it', async () => {
  const { clock, status, asked } = throttledOnce({
    date: 'Sun, 06 Nov 1994 08:49:30 GMT',
    'retry-after': 'Sun, 06 Nov 1994 08:50:00 GMT',
  });
  await status();
  clock.advance(29_999);
  expect([await status(), asked()]).toEqual([429, 1]);
  clock.advance(1);
  expect(await status()).toBe(200);
});

test('a Retry-After that is neither seconds nor a date counts as none', async () => {
  const { clock, status } = throttledOnce({ 'retry-after': 'tomorrow' });
  await status();
  clock.advance(1000);
  expect(await status()).toBe(200);
});
