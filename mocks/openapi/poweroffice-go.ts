import { z } from 'zod';
import type { ZodOpenApiResponseObject } from 'zod-openapi';
import type { RouteKind } from '../http/route.ts';
import { expected } from '../poweroffice-go/answers.ts';
import type { ApiDialect } from './api-dialect.ts';

const failure = promised('one', 404).meta({ id: 'Failure' });

const refusal = jsonOf('The call was not handled', failure);

/** The envelope and the query language of PowerOffice GO v1 (`apis.md 1.4`, `1.6`). */
export const powerOfficeGoApi: ApiDialect = {
  responses: ({ kind, method }, { shown }) => {
    const ok = z.literal(true);
    const one = z.object({ data: shown, success: ok });
    const many = z.object({ data: z.array(shown), count: z.int(), success: ok });
    const gone = z.object({ success: ok });
    const success = kind === 'list' ? many : method === 'DELETE' ? gone : one;
    return {
      200: jsonOf('Done, or refused for a reason of business', z.union([success, failure])),
      401: refusal,
      403: refusal,
      404: refusal,
      429: refusal,
      ...(method === 'POST' ? { 400: refusal, 415: refusal } : {}),
    };
  },
  body: ({ method }, { sent }) =>
    method === 'POST' ? { mediaTypes: ['application/json'], schema: sent } : undefined,
  listQuery: z.object({
    $filter: z.string().optional(),
    $orderby: z.string().optional(),
    $top: z.int().min(0).optional(),
    $skip: z.int().min(0).optional(),
  }),
  token: {
    body: {
      mediaTypes: ['application/x-www-form-urlencoded', 'multipart/form-data'],
      schema: z.object({ grant_type: z.literal('client_credentials') }),
    },
    responses: {
      200: jsonOf('A token', promised('token', 200)),
      400: jsonOf('OAuth error; unknown keys are 400 too', promised('token', 400)),
    },
  },
  security: {
    token: { type: 'http', scheme: 'basic' },
    calls: { type: 'http', scheme: 'bearer' },
  },
};

/** The schema that the twin's own answers are held against. */
function promised(kind: RouteKind, status: number): z.ZodType {
  return expected(kind, { status, headers: {}, body: '' }).schema;
}

function jsonOf(description: string, schema: z.ZodType): ZodOpenApiResponseObject {
  return { description, content: { 'application/json': { schema } } };
}
