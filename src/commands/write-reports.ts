import { mkdir, rename, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { PageView } from '../report/html/page.ts';
import type { Result } from '../report/result/model.ts';
import { viewsOf } from '../report/views.ts';
import { removeStaleEvidence } from './stale-evidence.ts';
import { writing } from './writing.ts';

/**
 * Writes every view of a result into a folder and returns their paths, the page first. All are
 * rendered before the first is written, and each takes its place whole: an earlier report is
 * never left half overwritten. Evidence that no result in the folder refers to any more is removed.
 * Refuses (`usage`) a folder that cannot be written to.
 */
export async function writeReports(
  result: Result,
  folder: string,
  page: PageView = {},
): Promise<readonly string[]> {
  const views = viewsOf(result, page).map(({ name, text }) => ({ path: join(folder, name), text }));
  await writing(folder, async () => {
    for (const { path } of views) await mkdir(dirname(path), { recursive: true });
    for (const { path, text } of views) await writeFile(unfinished(path), text);
    for (const { path } of views) await rename(unfinished(path), path);
    await removeStaleEvidence(folder);
  });
  return views.map(({ path }) => path);
}

function unfinished(path: string): string {
  return join(dirname(path), `.${basename(path)}`);
}
