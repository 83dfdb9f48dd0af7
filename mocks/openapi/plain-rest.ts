import { z } from 'zod';
import type { ZodOpenApiResponseObject, ZodOpenApiResponsesObject } from 'zod-openapi';
import type { RouteKind } from '../http/route.ts';
import { expected } from '../plain-rest/answers.ts';
import type { ApiDialect } from './api-dialect.ts';

const problem = promised('one', 404).meta({ id: 'Problem' });

const refusals = (...statuses: readonly `4${number}`[]): ZodOpenApiResponsesObject =>
  Object.fromEntries(statuses.map((status) => [status, refusal]));

const refusal: ZodOpenApiResponseObject = {
  description: 'RFC 9457 problem',
  content: { 'application/problem+json': { schema: problem } },
};

/** The plain REST dialect, as `mocks/plain-rest` speaks it. */
export const plainRestApi: ApiDialect = {
  responses: ({ kind, method }, { shown }) => {
    if (kind === 'list') {
      return { 200: listOf(shown), ...refusals('400', '401', '429') };
    }
    if (method === 'DELETE') {
      return { 204: { description: 'Gone' }, ...refusals('401', '404', '409', '412', '429') };
    }
    if (method === 'POST') {
      return { 201: oneOf(shown), ...refusals('400', '401', '409', '415', '422', '429') };
    }
    const onWrite = refusals('400', '409', '412', '415', '422');
    return {
      200: oneOf(shown),
      ...refusals('401', '404', '429'),
      ...(method === 'PATCH' ? onWrite : {}),
    };
  },
  body: ({ method }, { sent }) => {
    if (method === 'POST') return { mediaTypes: ['application/json'], schema: sent };
    if (method === 'PATCH') return { mediaTypes: ['application/merge-patch+json'], schema: sent };
    return undefined;
  },
  listQuery: z.object({
    limit: z.int().min(1).max(500).optional(),
    cursor: z.string().optional(),
    modifiedSince: z.iso.datetime({ offset: true }).optional(),
  }),
  token: {
    body: {
      mediaTypes: ['application/x-www-form-urlencoded'],
      schema: z.object({
        grant_type: z.literal('client_credentials'),
        client_id: z.string(),
        client_secret: z.string(),
      }),
    },
    responses: {
      200: jsonOf('A token', promised('token', 200)),
      400: jsonOf('OAuth error', promised('token', 400)),
      415: refusal,
    },
  },
  security: {
    token: {
      type: 'oauth2',
      flows: { clientCredentials: { tokenUrl: '/connect/token', scopes: {} } },
    },
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

function oneOf(shown: z.ZodType): ZodOpenApiResponseObject {
  return { ...jsonOf('The whole record', shown), headers: z.object({ etag: z.string() }) };
}

function listOf(shown: z.ZodType): ZodOpenApiResponseObject {
  const next = z.url().optional();
  return jsonOf('A page', z.object({ items: z.array(shown), total: z.int(), next }));
}
