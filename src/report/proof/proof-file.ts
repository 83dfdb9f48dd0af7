import { z } from 'zod';
import { SyncproofError } from '../../errors.ts';
import type { Proof } from './proof.ts';
import { proofSchema } from './proof-schema.ts';

/** `proof.json`: one line for each ring, so that two proofs can be compared line by line. */
export function serializeProof(proof: Proof): string {
  return `${JSON.stringify(proof, null, 1)}\n`;
}

/** Reads `proof.json`. Refuses with `usage` what is none: half a proof proves nothing. */
export function parseProof(json: string): Proof {
  try {
    return proofSchema.parse(JSON.parse(json));
  } catch (cause) {
    const problem = cause instanceof z.ZodError ? z.prettifyError(cause) : 'it is not JSON';
    const message = `The proof cannot be read: ${problem}. Make it again with "syncproof prove".`;
    throw new SyncproofError('usage', message, { cause });
  }
}
