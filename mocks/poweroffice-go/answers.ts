import { z } from 'zod';
import type { Answer } from '../http/answer.ts';
import type { RouteKind } from '../http/route.ts';
import type { Expectation } from '../people/audit.ts';

const problemInData = z.strictObject({
  type: z.url(),
  title: z.string(),
  status: z.literal(400),
  errors: z.record(z.string(), z.array(z.string())),
  traceId: z.string(),
});

const failure = z.strictObject({
  success: z.literal(false),
  validation: z.strictObject({
    errorLogReference: z.string().regex(/^[A-Z0-9]{11}-\d{10}$/),
    summary: z.string(),
    exception: z.string(),
    fields: z.record(z.string(), z.string()).optional(),
  }),
});

/** Records are held against their own schemas as they are rendered, and left out here. */
const list = z.strictObject({
  data: z.array(z.never()),
  count: z.int().min(0),
  success: z.literal(true),
});

const one = z.strictObject({
  data: z.union([z.strictObject({}), problemInData]),
  success: z.literal(true),
});

const deleted = z.strictObject({ success: z.literal(true) });

const token = z.strictObject({
  access_token: z.string(),
  token_type: z.literal('bearer'),
  expires_in: z.int(),
  refresh_token: z.string().optional(),
});

const oauthError = z.strictObject({
  error: z.enum(['invalid_request', 'invalid_client', 'invalid_grant', 'unsupported_grant_type']),
});

const schemas: Readonly<Record<RouteKind, z.ZodType>> = {
  list: z.union([list, one, failure]),
  one: z.union([one, failure]),
  write: z.union([one, deleted, failure]),
  token,
  // It tells of nothing by itself.
  notices: failure,
  marks: failure,
};

/** What v1 promises of an answer (`apis.md 1.2`, `1.4`). */
export function expected(kind: RouteKind, { status }: Answer): Expectation {
  const type = 'application/json';
  if (status === 200) return { schema: schemas[kind], type };
  return { schema: kind === 'token' && status === 400 ? oauthError : failure, type };
}
