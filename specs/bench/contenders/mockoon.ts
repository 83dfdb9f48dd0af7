import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Start } from './contender.ts';
import { lastTen, plainRecords, plainShots } from './plain-shots.ts';
import { answering, freePort, started } from './process.ts';

/** Mockoon: a CRUD route over a data bucket. */
export const startMockoon: Start = async ({ records, peers }) => {
  const library = join(peers ?? '', 'node_modules/@mockoon/commons-server');
  if (peers === undefined || !existsSync(library)) return { leftOut: 'Mockoon: not installed' };
  const file = join(mkdtempSync(join(tmpdir(), 'syncproof-')), 'activities.json');
  writeFileSync(file, JSON.stringify(plainRecords(records)));
  const port = String(await freePort());
  const program = fileURLToPath(import.meta.resolve('../servers/mockoon.ts'));
  const { stop } = await started(process.execPath, [program, peers, file, port]);
  const origin = `http://127.0.0.1:${port}`;
  await answering(origin);
  return {
    ...{ name: 'Mockoon', origin, keeps: 'state', stop },
    shots: plainShots({ records, lists: `?modifiedAt_gte=${lastTen}`, update: 'PATCH' }),
  };
};
