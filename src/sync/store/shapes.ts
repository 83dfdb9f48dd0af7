import { z } from 'zod';
import type { CreateIntent, Link, Pending, Watermark } from './link.ts';
import type { LostValue } from './lost-value.ts';

const value = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.null(),
  z.array(z.union([z.string(), z.number()])),
]);
const side = z.enum(['source', 'target']);
const ref = z.object({ id: z.string(), parent: z.string().exactOptional() });
const rows = z.record(z.string(), z.object({ source: value, target: value }));
const instant = z
  .number()
  .nullable()
  .transform((at) => at ?? undefined);

/** What a stored link must look like; see `Link`. */
export const linkShape: z.ZodType<Link> = z.object({
  section: z.string(),
  source: ref,
  target: ref,
  base: rows,
  known: z.object({ source: instant, target: instant }),
  learnt: z.object({ source: instant, target: instant }).exactOptional(),
  broken: side.exactOptional(),
});

/** What a stored intent must look like; see `CreateIntent`. */
export const intentShape: z.ZodType<CreateIntent> = z.object({
  section: z.string(),
  source: ref,
  at: z.number(),
  marker: z.object({ property: z.string(), value }).exactOptional(),
  sent: rows,
});

/** What a stored pending record must look like; see `Pending`. */
export const pendingShape: z.ZodType<Pending> = z.object({
  section: z.string(),
  source: ref,
  kind: z.enum(['refused', 'failed', 'unknown', 'waiting']),
  reason: z.string(),
  tried: z.string(),
  attempts: z.number(),
  since: z.number().exactOptional(),
});

/** What a stored lost value must look like; see `LostValue`. */
export const lostShape: z.ZodType<LostValue> = z.object({
  section: z.string(),
  source: ref,
  target: ref,
  row: z.string(),
  winner: side,
  kept: value,
  lost: value,
  at: z.number(),
  open: z.literal(true).exactOptional(),
  reported: z.boolean(),
});

/** What a stored watermark must look like; see `Watermark`. */
export const watermarkShape: z.ZodType<Watermark> = z.object({
  side,
  entity: z.string(),
  newest: instant,
  cyclesSinceSweep: z.number(),
});
