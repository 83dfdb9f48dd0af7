import { all, readsAt, type Trouble, writesAt } from './trouble.ts';

/** Longer than an engine holds its memory without prolonging it, in milliseconds. */
const longerThanALease = 45_000;

/** Troubles with single requests and their answers. */
export const answeringTroubles = {
  'answer lost': (spot) => ({ code: 'F2', ...writesAt(spot) }),
  'answer lost to a gateway': (spot) => ({ code: 'F2', ...writesAt(spot), answer: 504 }),
  'write broken off': (spot) => ({ code: 'F3', ...writesAt(spot) }),
  'write unavailable': (spot) => ({ code: 'F3', ...writesAt(spot), answer: 503 }),
  'read broken off': (spot) => ({ code: 'F3', ...readsAt(spot) }),
  'read unavailable': (spot) => ({ code: 'F3', ...readsAt(spot), answer: 500 }),
  'write refused': (spot) => ({ code: 'F4', ...writesAt(spot) }),
  'write refused though done': (spot) => ({ code: 'F4', ...writesAt(spot), effect: true }),
  'write answered with nothing': (spot) => ({ code: 'F4', ...writesAt(spot), how: 'empty' }),
  'write done, answered with nothing': (spot) => ({
    code: 'F4',
    ...writesAt(spot),
    how: 'empty',
    effect: true,
  }),
  'write accepted for never': (spot) => ({ code: 'F4', ...writesAt(spot), how: 'accepted' }),
  'read answered with nothing': (spot) => ({ code: 'F4', ...readsAt(spot), how: 'empty' }),
  'list shown empty': (spot) => ({ code: 'F4', ...all(spot), read: 'list' }),
  'write answered with a page': (spot) => ({ code: 'F5', ...writesAt(spot), how: 'html' }),
  'write answered by half': (spot) => ({ code: 'F5', ...writesAt(spot), how: 'cut' }),
  'write answered in bad JSON': (spot) => ({ code: 'F5', ...writesAt(spot), how: 'unescaped' }),
  'write answered under a wrong type': (spot) => ({ code: 'F5', ...writesAt(spot), how: 'type' }),
  'read answered with a page': (spot) => ({ code: 'F5', ...readsAt(spot), how: 'html' }),
  'read answered by half': (spot) => ({ code: 'F5', ...readsAt(spot), how: 'cut' }),
  'write throttled': (spot) => ({ code: 'F6', ...writesAt(spot), retryAfter: 120 }),
  'write throttled though done': (spot) => ({ code: 'F6', ...writesAt(spot), effect: true }),
  'read throttled': (spot) => ({ code: 'F6', ...readsAt(spot) }),
  'rate limited': (spot) => ({ code: 'F6', ...all(spot), rate: 1 }),
  'token revoked': (spot) => ({ code: 'F7', ...all(spot), times: spot.times }),
  'token cut short': (spot) => ({ code: 'F7', ...all(spot), how: 'shorten', seconds: 1 }),
  'write slow': (spot) => ({ code: 'F21', ...writesAt(spot), how: 'delay', ms: longerThanALease }),
  'read slow': (spot) => ({ code: 'F21', ...readsAt(spot), how: 'delay', ms: longerThanALease }),
  'write hung': (spot) => ({ code: 'F21', ...writesAt(spot), how: 'hang', ms: longerThanALease }),
  'answer dripping': (spot) => ({ code: 'F21', ...readsAt(spot), how: 'drip', bytes: 100 }),
  'answer held back': (spot) => ({ code: 'F21', ...readsAt(spot), how: 'hold', requests: 2 }),
} satisfies Readonly<Record<string, Trouble>>;
