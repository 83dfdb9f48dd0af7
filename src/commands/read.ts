import type { Dataflow } from '../dataflow/dataflow.ts';
import { listDocuments, openDataflow } from '../dataflow/open.ts';
import { outline } from '../dataflow/outline.ts';
import { SyncproofError } from '../errors.ts';
import { type Console, exitCodes } from './console.ts';

interface ReadOptions {
  readonly paths: readonly string[];
  readonly json: boolean;
}

/**
 * `syncproof read`: documents as they were understood, as an outline or as JSON. One file gives
 * one object; several, or a folder, give an array in the order of their names, each with its
 * `file`. In a folder a file that cannot be read is named, and the others are read.
 */
export async function read({ paths, json }: ReadOptions, console: Console): Promise<number> {
  const documents = await listDocuments(paths);
  const [first] = documents;
  if (documents.length === 1 && first !== undefined && first === paths[0]) {
    const dataflow = await openDataflow(first);
    console.out(json ? `${JSON.stringify(dataflow, null, 2)}\n` : outline(dataflow));
    return exitCodes.ok;
  }
  return readAll(documents, json, console);
}

/** Writes each document as soon as it is read, so that memory holds one at a time. */
async function readAll(
  documents: readonly string[],
  json: boolean,
  console: Console,
): Promise<number> {
  let unreadable = 0;
  let separator = '[\n';
  for (const file of documents) {
    const dataflow = await attempt(file, console);
    if (dataflow === undefined) unreadable += 1;
    else if (json) {
      console.out(`${separator}${JSON.stringify({ file, ...dataflow })}`);
      separator = ',\n';
    } else console.out(`${file}\n${outline(dataflow)}\n`);
  }
  if (json) console.out(separator === '[\n' ? '[]\n' : '\n]\n');
  return unreadable === 0 ? exitCodes.ok : exitCodes.unusable;
}

async function attempt(file: string, console: Console): Promise<Dataflow | undefined> {
  try {
    return await openDataflow(file);
  } catch (cause) {
    if (!(cause instanceof SyncproofError)) throw cause;
    console.err(`${cause.message}\n`);
    return undefined;
  }
}
