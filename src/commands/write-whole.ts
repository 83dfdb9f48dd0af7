import { mkdir, rename, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** A file as it is to be. */
interface WholeFile {
  readonly path: string;
  readonly text: string;
}

/**
 * Writes files, and the folders that they need. None takes its place before all have been written
 * beside theirs: an earlier file is never left half overwritten.
 */
export async function writeWhole(files: readonly WholeFile[]): Promise<void> {
  for (const { path } of files) await mkdir(dirname(path), { recursive: true });
  for (const { path, text } of files) await writeFile(draftOf(path), text);
  for (const { path } of files) await rename(draftOf(path), path);
}

function draftOf(path: string): string {
  return join(dirname(path), `.${basename(path)}`);
}
