import { z } from 'zod';
import type { RemoteRecord } from '../../sync/record.ts';
import { flatten } from '../flatten.ts';
import { linesAsTexts } from './lines.ts';

/** Nothing that would need care in a path. */
export const recordId = z.string().regex(/^[A-Za-z0-9_-]+$/);

const record = z.looseObject({
  id: recordId,
  modifiedAt: z.iso.datetime({ offset: true }),
});

/** A record: its id, its modification time, and whatever properties it has. */
export const recordBody = record.transform(
  (body): RemoteRecord => ({
    id: body.id,
    modifiedAt: Date.parse(body.modifiedAt),
    properties: flatten(linesAsTexts(body)),
  }),
);

/** One page of a collection. */
export const pageBody = z.looseObject({
  items: z.array(recordBody),
  /** How many records there are on all pages together. */
  total: z.int().nonnegative(),
  /** The absolute URL of the next page, if there is one. */
  next: z.url().optional(),
});

/** An error in the form of RFC 9457, with the problems of single properties where there are any. */
const problemBody = z.looseObject({
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  errors: z.record(z.string(), z.string()).optional(),
});

/** What a refusal says: its detail, and each property's message; `undefined` where it says nothing. */
export function problemWords(body: unknown): string | undefined {
  const { data } = problemBody.safeParse(body);
  if (data === undefined) return undefined;
  const fields = Object.entries(data.errors ?? {}).map(([path, text]) => `${path}: ${text}`);
  return [data.detail ?? data.title, ...fields].join('; ');
}
