import { Buffer } from 'node:buffer';
import { open, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { SyncproofError } from '../errors.ts';
import { evidenceNames } from '../report/html/evidence/evidence-files.ts';
import { evidencePageStart } from '../report/html/evidence/evidence-page.ts';
import { parseResult } from '../report/result/json.ts';
import { systemCode } from './system-code.ts';

/** Files named by their content, as pages name them. */
const named = /^[0-9a-f]{12}\.html$/;

/**
 * Removes from a folder's `evidence` what none of the results in the folder refers to: each run
 * leaves files under new names. A file that we did not write stays, and so does any that a result
 * kept under another name (`last-month.json`) still leads to.
 */
export async function removeStaleEvidence(folder: string): Promise<void> {
  const evidence = join(folder, 'evidence');
  const files = (await filesIn(evidence)).filter((name) => named.test(name));
  if (files.length === 0) return;
  const kept = await referredTo(folder);
  for (const name of files) {
    const path = join(evidence, name);
    if (!kept.has(`evidence/${name}`) && (await isOurs(path))) await rm(path);
  }
}

async function referredTo(folder: string): Promise<ReadonlySet<string>> {
  const names = new Set<string>();
  for (const name of await filesIn(folder)) {
    if (!name.endsWith('.json')) continue;
    for (const each of namesIn(await readFile(join(folder, name), 'utf8'))) names.add(each);
  }
  return names;
}

/** Other files of JSON lie there too: what is no result refers to nothing. */
function namesIn(text: string): readonly string[] {
  try {
    return evidenceNames(parseResult(text));
  } catch (cause) {
    if (cause instanceof SyncproofError) return [];
    throw cause;
  }
}

async function isOurs(path: string): Promise<boolean> {
  await using file = await open(path);
  const start = Buffer.alloc(evidencePageStart.length);
  await file.read(start, 0, start.length, 0);
  return start.toString('latin1') === evidencePageStart;
}

/** The names of the files in a folder; none where there is no such folder. */
async function filesIn(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  } catch (cause) {
    if (systemCode(cause) === 'ENOENT') return [];
    throw cause;
  }
}
