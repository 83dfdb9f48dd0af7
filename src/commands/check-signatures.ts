import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { visible } from '../dataflow/visible.ts';
import { renderHtml } from '../report/html/page.ts';
import { allRequirements } from '../report/result/all-requirements.ts';
import type { Result } from '../report/result/model.ts';
import type { Signoff } from '../report/signatures/signoff.ts';
import { type Standing, verify } from '../report/signatures/verify.ts';
import { type Console, exitCodes } from './console.ts';
import { openResult } from './open-result.ts';
import { signoffOf } from './team-files.ts';

interface CheckOptions {
  readonly file: string;
  readonly signoff?: string;
}

/**
 * `syncproof sign --check`: lists what is to be signed anew, and holds the page beside the result
 * against both. Exit code 1 where something is not signed, or the page shows something else.
 */
export async function checkSignatures(
  { file, signoff: named }: CheckOptions,
  console: Console,
): Promise<number> {
  const result = await openResult(file);
  const signoff = await signoffOf(result.document.file, named);
  const { digest, standings, gone } = verify(result, signoff);
  const ids = allRequirements(result).map(({ id }) => id);
  const open = ids.filter((id) => standings.get(id)?.state !== 'signed');
  console.out(`Result ${digest}: ${ids.length - open.length} of ${ids.length} signed\n`);
  for (const id of open) console.out(`  ${line(id, standings.get(id))}\n`);
  for (const { requirement, name } of gone) {
    console.out(`  ${visible(`${requirement}: signed by ${name}, no longer in the document`)}\n`);
  }
  const page = await readFile(join(dirname(file), 'checklist.html'), 'utf8').catch(() => undefined);
  const altered = page !== undefined && !shows(page, result, signoff);
  if (altered) console.out('The page shows something else: "syncproof report" renders it again.\n');
  return open.length === 0 && !altered ? exitCodes.ok : exitCodes.notAccepted;
}

function line(id: string, standing: Standing | undefined): string {
  const reasons = (standing?.signatures ?? []).flatMap(({ signature, lapses }) =>
    lapses.length > 0 ? lapses : [`${signature.name}: ${signature.remark}`],
  );
  return visible([`${id}: ${standing?.state ?? 'unsigned'}`, ...reasons].join('. '));
}

/** To the byte; a page that was rendered before anybody signed is as good. */
function shows(page: string, result: Result, signoff: Signoff): boolean {
  return page === renderHtml(result, { signoff }) || page === renderHtml(result);
}
