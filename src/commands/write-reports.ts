import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { renderHtml } from '../report/html/page.ts';
import { serializeResult } from '../report/json.ts';
import { renderJunit } from '../report/junit.ts';
import type { Result } from '../report/model.ts';

/**
 * Writes every view of a result into a folder and returns their paths, the page first. All are
 * rendered before the first is written, and each takes its place whole: an earlier report is
 * never left half overwritten.
 */
export async function writeReports(result: Result, folder: string): Promise<readonly string[]> {
  const views = [
    ['checklist.html', renderHtml(result)],
    ['checklist.json', serializeResult(result)],
    ['junit.xml', renderJunit(result)],
  ] as const;
  await mkdir(folder, { recursive: true });
  for (const [name, text] of views) await writeFile(join(folder, `.${name}`), text);
  for (const [name] of views) await rename(join(folder, `.${name}`), join(folder, name));
  return views.map(([name]) => join(folder, name));
}
