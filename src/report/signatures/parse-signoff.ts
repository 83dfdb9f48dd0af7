import { z } from 'zod';
import { verdicts } from '../../checklist/verdict.ts';
import { SyncproofError } from '../../errors.ts';
import { decisions, type Signoff } from './signoff.ts';

const text = z.string();
const said = z.string().min(1);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'not a SHA-256 in hex');

const bound = z.strictObject({
  text,
  words: sha256,
  checks: sha256,
  verdict: z.enum(verdicts),
  engine: text,
  source: sha256,
  target: sha256,
});

const signature = z.strictObject({
  requirement: said,
  result: sha256,
  name: said,
  role: said,
  signed: z.iso.datetime(),
  decision: z.enum(decisions),
  remark: text,
  bound,
  seal: sha256,
});

/** The shape of `signoff.json`, strictly. */
const signoffSchema: z.ZodType<Signoff> = z.strictObject({
  format: z.literal('syncproof-signoff/1'),
  signatures: z.array(signature),
});

/** Reads a sign-off. Refuses with `usage` what is none: half a signature is no signature. */
export function parseSignoff(json: string): Signoff {
  const read = signoffSchema.safeParse(parsed(json));
  if (read.success) return read.data;
  const problems = read.error.issues.map(
    ({ path, message }) => `${z.core.toDotPath(path)}: ${message}`,
  );
  throw refusal(problems.slice(0, 3).join('; '));
}

/** `signoff.json`, one signature after the other, so that a version control shows each as its own. */
export function serializeSignoff(signoff: Signoff): string {
  return `${JSON.stringify(signoff, null, 2)}\n`;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw refusal('it is not JSON');
  }
}

function refusal(problem: string): SyncproofError {
  return new SyncproofError(
    'usage',
    `The sign-off cannot be read: ${problem}. Mend the file, or sign anew.`,
  );
}
