import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import type { Start } from './contender.ts';
import { plainShots } from './plain-shots.ts';
import { answering, freePort, started } from './process.ts';

/** The program that runs WireMock; nothing is made of it where it is not there. */
const java = 'java';

const body = '{"id":"1001","subject":"Stub","createdAt":"2026-01-01T00:00:00.000Z"}';

/** WireMock with fixed answers to each method: no state. */
export const startWireMock: Start = async ({ records, peers }) => {
  if (spawnSync(java, ['-version']).status !== 0) return { leftOut: 'WireMock: no Java here' };
  const [jar] = globSync(join(peers ?? '', 'node_modules/wiremock/build/*.jar'));
  if (peers === undefined || jar === undefined) {
    return { leftOut: 'WireMock: not installed' };
  }
  const port = String(await freePort());
  const args = ['--port', port, '--bind-address', '127.0.0.1', '--no-request-journal'];
  const { stop } = await started(java, ['-jar', jar, ...args, '--disable-banner']);
  const origin = `http://127.0.0.1:${port}`;
  await answering(`${origin}/__admin/mappings`);
  for (const method of ['GET', 'POST', 'PATCH']) {
    await fetch(`${origin}/__admin/mappings`, {
      method: 'POST',
      body: JSON.stringify({
        request: { method, urlPathPattern: '/activities.*' },
        response: { status: 200, body, headers: { 'Content-Type': 'application/json' } },
      }),
    });
  }
  return {
    ...{ name: 'WireMock stubs', origin, keeps: 'nothing', stop },
    shots: plainShots({ records, lists: '?since=now', update: 'PATCH' }),
  };
};
