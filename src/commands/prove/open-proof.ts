import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot, reportsFolder } from '../../config.ts';
import { parseProof } from '../../report/proof/proof-file.ts';
import { withProof } from '../../report/proved/with-proof.ts';
import type { Result } from '../../report/result/model.ts';
import { besideDocument } from '../team-files.ts';
import { proofFingerprint } from './fingerprint.ts';

/** Where a proof may lie, the nearest first: with the reports, or with the document. */
interface Places {
  readonly document: string;
  /** The folder of the result's reports. */
  readonly folder: string;
}

/**
 * The result with what its checks were proved to catch by the last `prove`, where that was of the
 * same document and came to its end; told to be stale where document, checks, twins or engine have changed since.
 * Refuses with `usage` a file that is no proof.
 */
export async function withLatestProof(
  result: Result,
  { document, folder }: Places,
): Promise<Result> {
  for (const path of [
    join(folder, 'proof.json'),
    join(projectRoot, reportsFolder, 'proof.json'),
    besideDocument(document, 'proof.json'),
  ]) {
    const text = await readFile(path, 'utf8').catch(() => undefined);
    if (text === undefined) continue;
    const proof = parseProof(text);
    if (proof.document.title !== result.document.title || proof.interrupted !== undefined) continue;
    return withProof(result, { proof, fingerprint: await proofFingerprint(document) });
  }
  return result;
}
