import { z } from 'zod';
import {
  createDocument,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
  type ZodOpenApiRequestBodyObject,
} from 'zod-openapi';
import type { Entity } from '../contract/contract.ts';
import type { Route } from '../http/route.ts';
import type { Twin } from '../twin.ts';
import type { ApiBody, ApiDialect, RecordShapes } from './api-dialect.ts';
import { recordShapes } from './record-shapes.ts';

/** What a document is made of. */
export interface Described {
  readonly twin: Twin;
  readonly dialect: ApiDialect;
  /** At least those that the routes name. */
  readonly entities: readonly Entity[];
}

/** The OpenAPI 3.1 document of a twin's first endpoint: its routes, and its contract's schemas in its dialect. */
export function apiDocument({ twin, dialect, entities }: Described): object {
  const { system, baseUrl, contract, endpoints } = twin;
  const shapes = new Map(entities.map((entity) => [entity.name, recordShapes(entity)]));
  const paths: ZodOpenApiPathsObject = {};
  for (const route of endpoints[0]?.routes ?? []) {
    const operation = operationOf({ route, dialect, shapes });
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operation };
  }
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: `${system}, as its twin has it`,
      version: '1',
      description: contract.assumptions.map(({ text }) => `- Assumed: ${text}`).join('\n'),
    },
    servers: [{ url: baseUrl }],
    security: [{ calls: [] }],
    components: { securitySchemes: { ...dialect.security } },
    paths,
  });
}

interface Operation {
  readonly route: Route;
  readonly dialect: ApiDialect;
  readonly shapes: ReadonlyMap<string, RecordShapes>;
}

function operationOf({ route, dialect, shapes }: Operation): ZodOpenApiOperationObject {
  if (route.entity === undefined) {
    const { body, responses } = dialect.token;
    return { security: [{ token: [] }], requestBody: bodyOf(body), responses };
  }
  const shape = shapes.get(route.entity);
  if (!shape) throw new Error(`${route.path} is of an entity without schemas, ${route.entity}`);
  const names = [...route.path.matchAll(/\{(.+?)\}/g)].map(([, name = '']) => name);
  const body = dialect.body(route, shape);
  return {
    tags: [route.entity],
    requestParams: {
      path: z.object(Object.fromEntries(names.map((name) => [name, z.string()]))),
      ...(route.kind === 'list' ? { query: dialect.listQuery } : {}),
    },
    ...(body ? { requestBody: bodyOf(body) } : {}),
    responses: dialect.responses(route, shape),
  };
}

function bodyOf({ mediaTypes, schema }: ApiBody): ZodOpenApiRequestBodyObject {
  const content = Object.fromEntries(mediaTypes.map((mediaType) => [mediaType, { schema }]));
  return { required: true, content };
}
