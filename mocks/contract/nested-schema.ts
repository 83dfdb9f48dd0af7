import { z } from 'zod';
import { isObject, type Nested, place } from '../http/paths.ts';

/** One value of a nested record: where it lies, and its schema. */
export interface Leaf {
  readonly keys: readonly string[];
  readonly schema: z.ZodType;
  /** Whether it is never left out. */
  readonly always: boolean;
}

/** The schema of a whole record in its nested form: what is never empty must be there, nothing else may be. */
export function nestedSchema(leaves: Iterable<Leaf>): z.ZodType {
  const tree: Nested = {};
  for (const { keys, schema, always } of leaves) {
    place(tree, keys, { leaf: always ? schema : schema.optional() });
  }
  return strictObject(tree);
}

function strictObject(tree: Nested): z.ZodType {
  const shape: Record<string, z.ZodType> = {};
  for (const [key, node] of Object.entries(tree)) {
    if (!isObject(node)) continue;
    shape[key] = node['leaf'] instanceof z.ZodType ? node['leaf'] : strictObject(node).optional();
  }
  return z.strictObject(shape);
}
