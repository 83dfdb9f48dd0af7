import { z } from 'zod';
import type { EngineProof, Proof, Ring } from './proof.ts';

const said = z.string().min(1);
const count = z.int().nonnegative();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'not a SHA-256 in hex');

const ring: z.ZodType<Ring> = z.strictObject({
  document: said,
  own: z.boolean(),
  requirement: said,
  check: said,
  verdict: z.enum(['failed', 'inconclusive', 'blocked']),
  law: z.string(),
  others: z.array(said),
  reason: z.string(),
});

const engine: z.ZodType<EngineProof> = z.strictObject({
  name: said,
  row: z.exactOptional(said),
  fault: said,
  kind: z.exactOptional(said),
  laws: z.array(said),
  expectations: z.array(said),
  scenes: count,
  rings: z.array(ring),
  behind: z.exactOptional(z.array(ring)),
  single: z.exactOptional(said),
});

/** The shape of `proof.json`, strictly. */
export const proofSchema: z.ZodType<Proof> = z.strictObject({
  format: z.literal('syncproof-proof/1'),
  document: z.strictObject({ file: said, title: z.string(), digest: sha256 }),
  seed: z.int(),
  started: z.iso.datetime(),
  durationMs: count,
  fingerprint: sha256,
  interrupted: z.exactOptional(said),
  checks: z.array(said),
  engines: z.array(engine),
  reference: z.strictObject({
    scenes: count,
    rings: z.array(ring),
    histories: count,
    broken: z.array(said),
  }),
});
