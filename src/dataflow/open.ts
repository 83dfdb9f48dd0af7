import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { SyncproofError } from '../errors.ts';
import type { Dataflow } from './dataflow.ts';
import { readDataflow } from './read.ts';
import { visible } from './visible.ts';

/** 64 MiB: six hundred times the largest document known (dataflow-format.md, Shape). */
const mostBytes = 64 * 1024 * 1024;

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Reads the document in a file. Refuses, with the code `document` and in one line, what is
 * missing, no file, too large, empty, not UTF-8 text, or not of the format at all. A document
 * that is only damaged is read, and its diagnostics tell.
 */
export async function openDataflow(path: string): Promise<Dataflow> {
  const found = await attempt(path, () => stat(path));
  if (found.isDirectory()) throw refusal(path, 'it is a folder; name a document in it');
  if (!found.isFile()) throw refusal(path, 'it is not a file; name a dataflow document');
  if (found.size > mostBytes) {
    throw refusal(path, `it has over ${mostBytes} bytes, as no document has; name another file`);
  }
  const text = textOf(path, await attempt(path, () => readFile(path)));
  const dataflow = readDataflow(text);
  const hasPromise = dataflow.sections.some(({ requirements }) => requirements.length > 0);
  if (dataflow.title === '' && !hasPromise) {
    throw refusal(path, 'it has no title "A to B Dataflow" and no promise; name another file');
  }
  return dataflow;
}

/**
 * The documents that the paths stand for, each once: a file is itself, a folder is all `*.rst` in
 * it, however deep, in the order of their names' bytes. Refuses, with the code `document`, a path
 * that is missing and a folder without documents.
 */
export async function listDocuments(paths: readonly string[]): Promise<readonly string[]> {
  const documents = new Set<string>();
  for (const path of paths) {
    const found = await attempt(path, () => stat(path));
    for (const document of found.isDirectory() ? await documentsIn(path) : [path]) {
      documents.add(document);
    }
  }
  return [...documents];
}

async function documentsIn(folder: string): Promise<readonly string[]> {
  const entries = await attempt(folder, () =>
    readdir(folder, { recursive: true, withFileTypes: true }),
  );
  const documents = entries
    .filter((entry) => !entry.isDirectory() && entry.name.endsWith('.rst'))
    .map((entry) => join(entry.parentPath, entry.name));
  if (documents.length === 0) {
    throw refusal(folder, 'there is no *.rst in it; name a folder with dataflow documents');
  }
  return documents.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
}

function textOf(path: string, bytes: Buffer): string {
  if (bytes.includes(0)) {
    throw refusal(path, 'it has NUL bytes, so it is not a text in UTF-8; save it as UTF-8');
  }
  let text: string;
  try {
    text = decoder.decode(bytes);
  } catch (cause) {
    throw refusal(path, 'it is not a text in UTF-8; save it as UTF-8', { cause });
  }
  if (text.trim() === '') throw refusal(path, 'it is empty; generate it again');
  return text;
}

async function attempt<Result>(path: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : 'no code';
    const reason =
      code === 'ENOENT' ? 'there is no such file or folder' : `the system says ${code}`;
    throw refusal(path, `${reason}; check the path and your rights to it`, { cause });
  }
}

function refusal(path: string, reason: string, options?: ErrorOptions): SyncproofError {
  return new SyncproofError('document', `Cannot read ${visible(path)}: ${reason}.`, options);
}
