import { expect, test } from 'vitest';
import type { Instant } from '../../clock.ts';
import { defaultSettings } from '../../settings.ts';
import type { EntityPort } from '../port.ts';
import type { Watermark } from '../store/link.ts';
import { newer, poll } from './poll.ts';

const settings = { ...defaultSettings, sweepEvery: 3, overlapMs: 5000 };

/** A port of which only the listing matters; what it was asked for is noted. */
function listing(stamped: boolean) {
  const asked: (Instant | undefined)[] = [];
  const unused = (): never => {
    throw new Error('polling only lists');
  };
  const list: EntityPort['list'] = async function* (since) {
    asked.push(since);
    yield [];
  };
  const port: EntityPort = {
    ...{ stamped, list },
    ...{ read: unused, find: unused, create: unused, update: unused },
  };
  return { asked, port };
}

async function polled(
  stamped: boolean,
  watermark?: Pick<Watermark, 'newest' | 'cyclesSinceSweep'>,
) {
  const { asked, port } = listing(stamped);
  const { whole, sweep, pages } = poll({
    port,
    settings,
    watermark: watermark && { side: 'source', entity: 'Customers', ...watermark },
  });
  for await (const page of pages) expect(page).toEqual([]);
  return { whole, sweep, asked };
}

test('The first reading is whole', async () => {
  expect(await polled(true)).toEqual({ whole: true, sweep: true, asked: [undefined] });
});

test('Later readings begin at the newest stamp itself, less the overlap', async () => {
  const watermark = { newest: 60_000, cyclesSinceSweep: 0 };
  expect(await polled(true, watermark)).toEqual({ whole: false, sweep: false, asked: [55_000] });
});

test('Every so many cycles the reading is whole again', async () => {
  const before = { newest: 60_000, cyclesSinceSweep: 1 };
  expect(await polled(true, before)).toMatchObject({ whole: false });
  expect(await polled(true, { ...before, cyclesSinceSweep: 2 })).toMatchObject({
    whole: true,
    sweep: true,
    asked: [undefined],
  });
});

test('An entity of which no stamp was ever seen is read whole', async () => {
  const watermark = { newest: undefined, cyclesSinceSweep: 0 };
  expect(await polled(true, watermark)).toMatchObject({ whole: true });
});

test('Without modification times every reading is whole, and some are sweeps', async () => {
  const watermark = { newest: undefined, cyclesSinceSweep: 0 };
  expect(await polled(false, watermark)).toMatchObject({ whole: true, sweep: false });
  expect(await polled(false, { ...watermark, cyclesSinceSweep: 2 })).toMatchObject({ sweep: true });
});

test('The newer of two stamps is the larger, and any stamp is newer than none', () => {
  expect([newer(3, 9), newer(9, 3), newer(undefined, 9), newer(9, undefined)]).toEqual([
    9, 9, 9, 9,
  ]);
  expect(newer(undefined, undefined)).toBe(undefined);
});
