import { z } from 'zod';
import type { Answer } from '../../http/answer.ts';
import type { RouteKind } from '../../http/route.ts';
import type { Expectation } from '../../people/audit.ts';

const problem = z.strictObject({
  Type: z.string(),
  Title: z.string(),
  Status: z.int().min(300),
  Detail: z.string(),
});

const gateway = z.strictObject({ statusCode: z.string(), message: z.string() });

const token = z.strictObject({
  access_token: z.string(),
  token_type: z.literal('bearer'),
  expires_in: z.int(),
});

const oauthError = z.strictObject({ error: z.string() });

/** Records are held against their own schemas as they are rendered, and left out here. */
const record = z.strictObject({});

/** What v2 promises of an answer (`apis.md 3`). */
export function expected(kind: RouteKind, { status, body, headers }: Answer): Expectation {
  const isDone = status === 200 && body === '' && kind === 'write';
  if (status === 204 || isDone) return { schema: z.literal('') };
  const type = headers['content-type'] ?? '';
  if (type === 'application/problem+json') return { schema: problem, type };
  return { schema: schemaOf(kind, status), type: 'application/json' };
}

function schemaOf(kind: RouteKind, status: number): z.ZodType {
  if (status >= 300) return kind === 'token' ? z.union([oauthError, gateway]) : gateway;
  if (kind === 'token') return token;
  return kind === 'list' ? z.array(z.never()) : record;
}
