import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { ownDocument, projectRoot } from '../config.ts';
import { visible } from '../dataflow/visible.ts';
import { SyncproofError } from '../errors.ts';
import { parseWaivers, type WaiverEntry } from '../report/result/waivers.ts';
import { parseSignoff } from '../report/signatures/parse-signoff.ts';
import { unsigned } from '../report/signatures/sign.ts';
import type { Signoff } from '../report/signatures/signoff.ts';
import { systemCode } from './system-code.ts';

/** What a team commits with its document. */
type TeamFile = 'signoff.json' | 'waivers.json' | 'proof.json';

/** Where a team keeps a file about a document, where no other is named: beside the document. */
export function besideDocument(document: string, name: TeamFile): string {
  const path = document === ownDocument ? join(projectRoot, document) : resolve(document);
  return join(dirname(path), name);
}

/** The signatures in a file, none where it is not there. Refuses with `usage` what is no sign-off. */
export async function openSignoff(path: string): Promise<Signoff> {
  const text = await textOf(path);
  return text === undefined ? unsigned : parseSignoff(text);
}

/** The sign-off of a document: the file that was named, which must be there, or the one beside it. */
export async function signoffOf(document: string, named?: string): Promise<Signoff> {
  if (named !== undefined) await expectFile(named);
  return openSignoff(named ?? besideDocument(document, 'signoff.json'));
}

/** The waivers of a document, from the file that was named, which must be there, or from beside it. */
export async function waiversOf(document: string, named?: string): Promise<readonly WaiverEntry[]> {
  if (named !== undefined) await expectFile(named);
  const text = await textOf(named ?? besideDocument(document, 'waivers.json'));
  return text === undefined ? [] : parseWaivers(text);
}

async function expectFile(path: string): Promise<void> {
  if ((await textOf(path)) === undefined) {
    throw new SyncproofError('usage', `There is no file ${visible(path)}: mend the option's path.`);
  }
}

async function textOf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    const code = systemCode(cause);
    if (code === 'ENOENT') return undefined;
    const message = `Cannot read ${visible(path)}: the system says ${code}.`;
    throw new SyncproofError('usage', message, { cause });
  }
}
