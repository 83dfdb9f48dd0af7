import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../../config.ts';

/** What decides whether a check can fail: everything but the commands and the report. */
const rooms = [
  'fixtures/faulty-engines',
  'fixtures/records',
  'mocks',
  'specs/crmoffice-poweroffice-go',
  'specs/faulty-engines',
  'src/checklist',
  'src/dataflow',
  'src/evidence',
  'src/harness',
  'src/sync',
  'src/systems',
] as const;

/** SHA-256, hex, of all that a proof depends on: the document, the checks' code, twins, settings. */
export async function proofFingerprint(document: string): Promise<string> {
  const hash = createHash('sha256').update(await readFile(document));
  for (const path of await files()) {
    hash.update(`${path}\n`).update(await readFile(join(projectRoot, path)));
  }
  return hash.digest('hex');
}

async function files(): Promise<readonly string[]> {
  const found: string[] = [];
  for (const room of rooms) {
    const names = await readdir(join(projectRoot, room), { recursive: true });
    found.push(...names.filter(counts).map((name) => `${room}/${name.replaceAll('\\', '/')}`));
  }
  return found.toSorted();
}

/** Tests beside the code decide nothing. */
function counts(name: string): boolean {
  return name.endsWith('.rst') || (name.endsWith('.ts') && !name.endsWith('.test.ts'));
}
