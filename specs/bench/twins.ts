import { startBare } from './contenders/bare.ts';
import { startJsonServer } from './contenders/json-server.ts';
import { startMockoon } from './contenders/mockoon.ts';
import { startTwins } from './contenders/twins.ts';
import { startWireMock } from './contenders/wiremock.ts';
import { lastTenAmong, withoutSocket } from './in-process.ts';
import type { Bench } from './options.ts';
import { assembled, race } from './race.ts';
import { table } from './table.ts';

/** Twins and others side by side. */
export async function benchTwins({ values, say }: Bench): Promise<object> {
  const order = { records: values.records, peers: values.peers };
  const seconds = values.seconds;
  const many = values.many;
  const without = await withoutSocket(order.records, seconds);
  const few = await lastTenAmong(order.records, seconds);
  const lots = await lastTenAmong(many, seconds);

  const others = [startBare, startJsonServer, startMockoon, startWireMock];
  const { contenders, leftOut } = await assembled(others, order);
  const everyone = [...(await startTwins(order)), ...contenders];
  const scores = await race(everyone, { connections: 16, seconds, rounds: 3 });
  for (const { stop } of everyone) stop();

  say(`${order.records} records, 16 connections, the middle of 3 rounds of ${seconds} s\n`);
  say(table(scores));
  for (const word of leftOut) say(`Left out: ${word}`);
  say(`Without a socket, one core: ${rates(without)}`);
  say(
    `List of the last 10 changes: ${few.toFixed(0)} µs among ${order.records}, ${lots.toFixed(0)} µs among ${many}\n`,
  );
  const lastTen = { [order.records]: few, [many]: lots };
  return { ...order, seconds, scores, withoutSocket: without, lastTen, leftOut };
}

function rates(found: Readonly<Record<string, number>>): string {
  return Object.entries(found)
    .map(([task, rate]) => `${task} ${Math.round(rate)}/s`)
    .join(', ');
}
