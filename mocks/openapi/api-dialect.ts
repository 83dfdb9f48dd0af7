import type { z } from 'zod';
import type { ZodOpenApiResponsesObject, ZodOpenApiSecuritySchemeObject } from 'zod-openapi';
import type { Route } from '../http/route.ts';

/** What a record looks like on the wire, both ways. */
export interface RecordShapes {
  /** As answers show it. */
  readonly shown: z.ZodType;
  /** As a write sends it: a create, or an update that leaves out what it leaves alone. */
  readonly sent: z.ZodType;
}

/** A call's body: the media types that are taken, and the form. */
export interface ApiBody {
  readonly mediaTypes: readonly string[];
  readonly schema: z.ZodType;
}

/** How a system speaks of records, beside what its contract says of them. */
export interface ApiDialect {
  /** Round one record or many. */
  responses(route: Route, shapes: RecordShapes): ZodOpenApiResponsesObject;
  body(route: Route, shapes: RecordShapes): ApiBody | undefined;
  /** The query of a list. */
  readonly listQuery: z.ZodObject;
  readonly token: { readonly body: ApiBody; readonly responses: ZodOpenApiResponsesObject };
  /** How the token is asked for and carried, by name. */
  readonly security: Readonly<Record<'token' | 'calls', ZodOpenApiSecuritySchemeObject>>;
}
