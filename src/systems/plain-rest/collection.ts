import type { ApiClient } from '../http/client.ts';
import { encodeText } from '../http/query.ts';

/** One collection of a plain REST API. */
export interface Collection {
  readonly api: ApiClient;
  /** Below the base URL: `/contacts`. */
  readonly path: string;
}

/** The path of one of its records, below the base URL. */
export function recordPath({ path }: Collection, id: string): string {
  return `${path}/${encodeText(id)}`;
}
