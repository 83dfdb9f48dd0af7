import { z } from 'zod';
import { findingKinds } from '../../checklist/finding.ts';
import { outcomes } from '../../checklist/outcome.ts';
import { mostShards } from '../../checklist/shard.ts';
import { verdicts } from '../../checklist/verdict.ts';
import { requirementKinds } from '../../dataflow/dataflow.ts';
import { historyRunSchema } from '../past/history.ts';
import { sinceSchema } from '../past/since.ts';
import type { Result } from './model.ts';

const text = z.string();
const said = z.string().min(1);
const line = z.number().int().nonnegative();
const duration = z.number().nonnegative();
/** The range of moments that a date can hold. */
const instant = z.number().min(-8.64e15).max(8.64e15);
const value = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.null(),
  z.array(z.union([z.string(), z.number()])),
]);
const verdict = z.enum(verdicts);
const assumed = z.exactOptional(said);

const exchange = z.strictObject({
  number: z.number().int(),
  at: instant,
  system: text,
  method: text,
  url: text,
  status: z.number().int(),
  request: text,
  response: text,
  fault: z.exactOptional(text),
});

const step = z.strictObject({
  at: instant,
  lane: z.enum(['source', 'engine', 'target']),
  text: said,
  exchanges: z.array(z.number().int()),
});

const evidence = z.strictObject({
  seed: z.number(),
  steps: z.array(step),
  exchanges: z.array(exchange),
  fields: z.array(
    z.strictObject({
      record: text,
      property: text,
      before: value,
      after: value,
      mapped: z.boolean(),
    }),
  ),
});

const check = z.strictObject({
  id: said,
  title: said,
  verdict,
  reason: said,
  violation: z.exactOptional(
    z.strictObject({
      law: said,
      message: said,
      expected: z.exactOptional(text),
      found: z.exactOptional(text),
    }),
  ),
  durationMs: duration,
  evidence: z.exactOptional(evidence),
  replay: text,
});

const finding = z.strictObject({
  kind: z.enum(findingKinds),
  requirement: text,
  text: said,
  settled: z.exactOptional(said),
  source: text,
  assumed,
});

const waiver = z.strictObject({ name: said, reason: said, until: z.iso.date() });
const leaning = z.strictObject({ subject: text, text: said });

const proof = z.strictObject({
  state: z.enum(['proved', 'stale']),
  catches: z.array(z.strictObject({ engine: said, check: said, law: said })),
});

const requirement = z.strictObject({
  id: said,
  kind: z.enum(requirementKinds),
  line,
  text,
  verdict,
  reason: said,
  findings: z.array(finding),
  checks: z.array(check),
  waiver: z.exactOptional(waiver),
  proof: z.exactOptional(proof),
  leansOn: z.exactOptional(z.array(leaning)),
});

const section = z.strictObject({
  heading: text,
  line,
  source: text,
  target: text,
  properties: z.array(z.strictObject({ source: text, target: text, type: text, line })),
  mergeOn: z.array(z.strictObject({ source: text, target: text, line })),
  requirements: z.array(requirement),
});

const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'not a SHA-256 in hex');

const document = z.strictObject({
  file: text,
  title: text,
  source: text,
  target: text,
  generated: text,
  digest: sha256,
});

const place = z.number().int().positive().max(mostShards);
const shard = z
  .strictObject({ index: place, total: place })
  .refine(({ index, total }) => index <= total, 'a shard beyond the last one');

const run = z.strictObject({
  engine: text,
  seed: z.number(),
  started: z.iso.datetime(),
  durationMs: duration,
  version: text,
  shard: z.exactOptional(shard),
  interrupted: z.exactOptional(said),
});

/** The shape of a `Result`, strictly: an unknown key or verdict is refused, not passed over. */
export const resultSchema: z.ZodType<Result> = z.strictObject({
  format: z.literal('syncproof-result/1'),
  document,
  run,
  outcome: z.enum(outcomes),
  sentence: said,
  sections: z.array(section),
  diagnostics: z.array(z.strictObject({ line, text, problem: said })),
  assumptions: z.array(z.strictObject({ id: said, text: said })),
  contracts: z.exactOptional(z.strictObject({ source: sha256, target: sha256 })),
  tried: z.exactOptional(
    z.array(
      z.strictObject({
        engine: said,
        fault: said,
        kind: z.exactOptional(said),
        row: z.exactOptional(said),
        alarms: z.array(said),
      }),
    ),
  ),
  falseAlarms: z.exactOptional(z.int().positive()),
  earlier: z.exactOptional(z.array(historyRunSchema)),
  since: z.exactOptional(sinceSchema),
});
