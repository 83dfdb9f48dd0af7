import { z } from 'zod';
import type { Answer } from '../http/answer.ts';
import type { RouteKind } from '../http/route.ts';
import type { Expectation } from '../people/audit.ts';

const problem = z.strictObject({
  type: z.literal('about:blank'),
  title: z.string(),
  status: z.int().min(300),
  detail: z.string(),
  errors: z.record(z.string(), z.string()).optional(),
});

const token = z.strictObject({
  access_token: z.string(),
  token_type: z.literal('Bearer'),
  expires_in: z.int(),
});

const oauthError = z.strictObject({
  error: z.enum(['invalid_client', 'unsupported_grant_type']),
});

const list = z.strictObject({
  items: z.array(z.never()),
  total: z.int(),
  next: z.url().optional(),
});

const noticed = z.strictObject({
  items: z.array(
    z.strictObject({
      seq: z.int(),
      id: z.string(),
      kind: z.enum(['changed', 'deleted']),
      record: z.looseObject({}).optional(),
    }),
  ),
  next: z.int(),
});

const marked = z.strictObject({
  items: z.array(z.strictObject({ id: z.string(), deletedAt: z.iso.datetime({ precision: 3 }) })),
  until: z.iso.datetime({ precision: 3 }),
});

const told = { notices: noticed, marks: marked };

const batch = z.strictObject({
  items: z.array(z.strictObject({ index: z.int(), status: z.int(), problem: problem.optional() })),
});

/** Records are held against their own schemas as they are rendered, and left out here. */
const record = z.strictObject({});

/** What the plain REST dialect promises of an answer (`apis.md 4.2`, ours). */
export function expected(kind: RouteKind, { status }: Answer): Expectation {
  if (status === 204) return { schema: z.literal('') };
  const type = 'application/json';
  if (kind === 'token' && status === 200) return { schema: token, type };
  if (kind === 'token' && status === 400) return { schema: oauthError, type };
  if (status >= 300) return { schema: problem, type: 'application/problem+json' };
  if (status === 207) return { schema: batch, type };
  if (kind === 'notices' || kind === 'marks') return { schema: told[kind], type };
  return { schema: kind === 'list' ? list : record, type };
}
