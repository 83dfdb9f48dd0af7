import { join } from 'node:path';
import type { PageView } from '../report/html/page.ts';
import type { Result } from '../report/result/model.ts';
import { viewsOf } from '../report/views.ts';
import { removeStaleEvidence } from './stale-evidence.ts';
import { writeWhole } from './write-whole.ts';
import { writing } from './writing.ts';

/**
 * Writes every view of a result into a folder, whole, and returns their paths, the page first. All
 * are rendered before the first is written. Evidence that no result in the folder refers to any
 * more is removed. Refuses (`usage`) a folder that cannot be written to.
 */
export async function writeReports(
  result: Result,
  folder: string,
  page: PageView = {},
): Promise<readonly string[]> {
  const views = viewsOf(result, page).map(({ name, text }) => ({ path: join(folder, name), text }));
  await writing(folder, async () => {
    await writeWhole(views);
    await removeStaleEvidence(folder);
  });
  return views.map(({ path }) => path);
}
