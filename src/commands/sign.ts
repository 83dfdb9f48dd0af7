import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Clock } from '../clock.ts';
import { visible } from '../dataflow/visible.ts';
import { SyncproofError } from '../errors.ts';
import { allRequirements } from '../report/result/all-requirements.ts';
import type { Result } from '../report/result/model.ts';
import { serializeSignoff } from '../report/signatures/parse-signoff.ts';
import { sign } from '../report/signatures/sign.ts';
import type { Signoff } from '../report/signatures/signoff.ts';
import { verify } from '../report/signatures/verify.ts';
import { type Console, exitCodes } from './console.ts';
import { openResult } from './open-result.ts';
import { besideDocument, openSignoff } from './team-files.ts';
import { writeReports } from './write-reports.ts';
import { writing } from './writing.ts';

/** What is signed, by whom. */
export interface SignOptions {
  /** A run's `checklist.json`. */
  readonly file: string;
  readonly name: string;
  readonly role: string;
  /** Ids of requirements. */
  readonly requirement: readonly string[];
  /** Signs whatever passed and is not signed, or whose signature lapsed. */
  readonly all: boolean;
  readonly remark: string;
  /** Whether the signer does not accept them. */
  readonly reject: boolean;
  /** The sign-off to add to; `signoff.json` beside the document by default. */
  readonly out?: string;
}

interface Surroundings {
  readonly console: Console;
  readonly clock: Pick<Clock, 'now'>;
}

/**
 * `syncproof sign`: adds signatures to a sign-off, and renders the reports beside the result
 * again. Refuses with `usage` to sign nothing, what `sign` refuses, and a place that cannot be
 * written to.
 */
export async function signResult(
  options: SignOptions,
  { console, clock }: Surroundings,
): Promise<number> {
  const { file, name, role, remark, reject: rejects } = options;
  const result = await openResult(file);
  const out = options.out ?? besideDocument(result.document.file, 'signoff.json');
  const before = await openSignoff(out);
  const requirements = chosen(options, result, before);
  const signing = { requirements, name, role, remark, rejects, at: clock.now() };
  const signoff = sign(result, signing, before);
  await writing(out, async () => {
    await mkdir(dirname(out), { recursive: true });
    await writeFile(out, serializeSignoff(signoff));
  });
  await writeReports(result, dirname(file), { signoff });
  const count = requirements.length === 1 ? '1 requirement' : `${requirements.length} requirements`;
  console.out(`${visible(name)} ${rejects ? 'rejected' : 'signed'} ${count} in ${out}\n`);
  return exitCodes.ok;
}

function chosen(
  { requirement, all }: SignOptions,
  result: Result,
  before: Signoff,
): readonly string[] {
  const { standings } = verify(result, before);
  const open = allRequirements(result)
    .filter(({ id, verdict }) => verdict === 'passed' && standings.get(id)?.state !== 'signed')
    .map(({ id }) => id);
  const ids = [...new Set([...requirement, ...(all ? open : [])])];
  if (ids.length > 0) return ids;
  throw new SyncproofError(
    'usage',
    all
      ? 'Nothing to sign: all that passed is signed. What did not pass is signed by --requirement and --remark.'
      : 'Nothing to sign: name requirements by --requirement, or give --all for all that passed.',
  );
}
