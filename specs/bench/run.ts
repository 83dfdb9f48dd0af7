import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot, reportsFolder } from '../../src/config.ts';
import { startBare } from './contenders/bare.ts';
import { startJsonServer } from './contenders/json-server.ts';
import { startMockoon } from './contenders/mockoon.ts';
import { startTwins } from './contenders/twins.ts';
import { startWireMock } from './contenders/wiremock.ts';
import { lastTenAmong, withoutSocket } from './in-process.ts';
import { assembled, race } from './race.ts';
import { table } from './table.ts';

/**
 * `npm run bench -- [--records N] [--seconds S] [--peers FOLDER] [--many N]`: twins and others
 * side by side. Peers are looked for in FOLDER, where somebody has put them by
 * `npm i --prefix FOLDER json-server@0 @mockoon/commons-server wiremock`.
 */
const { values } = parseArgs({
  options: {
    records: { type: 'string', default: process.env['CI'] === undefined ? '10000' : '1000' },
    seconds: { type: 'string', default: process.env['CI'] === undefined ? '1' : '0.2' },
    many: { type: 'string', default: process.env['CI'] === undefined ? '1000000' : '20000' },
    peers: { type: 'string' },
  },
});
const order = { records: Number(values.records), peers: values.peers };
const seconds = Number(values.seconds);
const say = (text: string): void => void process.stdout.write(`${text}\n`);

const many = Number(values.many);
const without = await withoutSocket(order.records, seconds);
const [few, lots] = [await lastTenAmong(order.records, seconds), await lastTenAmong(many, seconds)];

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
  `List of the last 10 changes: ${few.toFixed(0)} µs among ${order.records}, ${lots.toFixed(0)} µs among ${many}`,
);

const folder = join(projectRoot, reportsFolder);
mkdirSync(folder, { recursive: true });
const lastTen = { [order.records]: few, [many]: lots };
const results = { ...order, seconds, scores, withoutSocket: without, lastTen, leftOut };
writeFileSync(join(folder, 'bench.json'), `${JSON.stringify(results, null, 2)}\n`);
process.exit(0);

function rates(found: Readonly<Record<string, number>>): string {
  return Object.entries(found)
    .map(([task, rate]) => `${task} ${Math.round(rate)}/s`)
    .join(', ');
}
