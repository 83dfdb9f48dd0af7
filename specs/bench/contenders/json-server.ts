import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Start } from './contender.ts';
import { lastTen, plainRecords, plainShots } from './plain-shots.ts';
import { answering, freePort, started } from './process.ts';

/** json-server: a JSON file as REST, written at every change. */
export const startJsonServer: Start = async ({ records, peers }) => {
  const program = join(peers ?? '', 'node_modules/json-server/lib/cli/bin.js');
  if (peers === undefined || !existsSync(program)) return { leftOut: 'json-server: not installed' };
  const file = join(mkdtempSync(join(tmpdir(), 'syncproof-')), 'db.json');
  writeFileSync(file, JSON.stringify({ activities: plainRecords(records) }));
  const port = String(await freePort());
  const args = [program, file, '--port', port, '--host', '127.0.0.1', '--quiet'];
  // With --quiet it says nothing, so that the shell speaks first.
  const { stop } = await started('sh', [
    '-c',
    'echo begun; exec "$@"',
    'sh',
    process.execPath,
    ...args,
  ]);
  const origin = `http://127.0.0.1:${port}`;
  await answering(origin);
  return {
    ...{ name: 'json-server', origin, keeps: 'state', stop },
    shots: plainShots({ records, lists: `?modifiedAt_gte=${lastTen}`, update: 'PATCH' }),
  };
};
