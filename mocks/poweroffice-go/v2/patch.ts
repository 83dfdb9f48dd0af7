import { z } from 'zod';
import { type Nested, place } from '../../http/paths.ts';

const operation = z.discriminatedUnion('op', [
  z.object({ op: z.literal('add'), path: z.string(), value: z.unknown() }),
  z.object({ op: z.literal('replace'), path: z.string(), value: z.unknown() }),
  z.object({ op: z.literal('remove'), path: z.string() }),
]);

const patch = z.array(operation);

/** The body that a JSON Patch amounts to, or `undefined` where it is none: whole properties, by `/Name` or `/Outer/Name`. */
export function patchedBody(json: unknown): Nested | undefined {
  const read = patch.safeParse(json);
  if (!read.success) return undefined;
  const body: Nested = {};
  for (const each of read.data) {
    const keys = each.path.split('/').slice(1).map(unescaped);
    if (keys.length === 0 || keys.includes('')) return undefined;
    place(body, keys, each.op === 'remove' ? null : (each.value ?? null));
  }
  return body;
}

/** `~1` is `/` and `~0` is `~` (RFC 6901). */
function unescaped(key: string): string {
  return key.replaceAll('~1', '/').replaceAll('~0', '~');
}
