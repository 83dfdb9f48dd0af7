import { expect, test } from 'vitest';
import { virtualClock } from '../../clock.ts';
import { bearerTokens } from './bearer-tokens.ts';

const request = { method: 'POST', url: 'https://x.test/token', headers: {}, body: '' } as const;

function issuer(expiresIn: number) {
  let issued = 0;
  const clock = virtualClock(0);
  const fetch = async () => {
    issued += 1;
    const answer = { access_token: `t${issued}`, token_type: 'bearer', expires_in: expiresIn };
    return Response.json(answer);
  };
  return { clock, tokens: bearerTokens({ fetch, clock, request }), issued: () => issued };
}

test('callers at the same time share one renewal', async () => {
  const { tokens, issued } = issuer(1200);
  const grants = await Promise.all([tokens.grant(), tokens.grant(), tokens.grant()]);
  expect(grants.map((grant) => grant.kind === 'token' && grant.token)).toEqual(['t1', 't1', 't1']);
  expect(issued()).toBe(1);
});

test('a token is renewed shortly before its end, and not earlier', async () => {
  const { clock, tokens } = issuer(1200);
  await tokens.grant();
  clock.advance(1_189_999);
  expect(await tokens.grant()).toEqual({ kind: 'token', token: 't1' });
  clock.advance(1);
  expect(await tokens.grant()).toEqual({ kind: 'token', token: 't2' });
});

test('a token of few seconds still serves for nine tenths of them', async () => {
  const { clock, tokens } = issuer(5);
  await tokens.grant();
  clock.advance(4499);
  expect(await tokens.grant()).toEqual({ kind: 'token', token: 't1' });
  clock.advance(1);
  expect(await tokens.grant()).toEqual({ kind: 'token', token: 't2' });
});

test('of two callers whose token was refused only the first renews it', async () => {
  const { tokens } = issuer(1200);
  await tokens.grant();
  expect(await tokens.grant('t1')).toEqual({ kind: 'token', token: 't2' });
  expect(await tokens.grant('t1')).toEqual({ kind: 'token', token: 't2' });
});

test.each([
  ['text/html', '<html>', 'answered 200 without a usable token'],
  [
    'application/json',
    '{"access_token":"a\\nb","token_type":"bearer","expires_in":9}',
    'answered 200 without a usable token',
  ],
  [
    'application/json',
    '{"access_token":"a","token_type":"bearer","expires_in":0}',
    'answered 200 without a usable token',
  ],
])('an answer of %s %s is no token, and is not repeated', async (type, body, problem) => {
  const fetch = async () => new Response(body, { headers: { 'content-type': type } });
  const tokens = bearerTokens({ fetch, clock: virtualClock(0), request });
  expect(await tokens.grant()).toEqual({ kind: 'none', problem });
});
