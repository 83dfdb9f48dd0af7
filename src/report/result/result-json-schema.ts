import { z } from 'zod';
import { resultSchema } from './schema.ts';

/** `checklist.schema.json`: the shape of `checklist.json`, as JSON Schema of 2020-12. */
export function resultJsonSchema(): string {
  const { $schema, ...rules } = z.toJSONSchema(resultSchema);
  const head = {
    $schema,
    $id: 'urn:syncproof:result:1',
    title: 'The result of a run of syncproof',
  };
  return `${JSON.stringify({ ...head, ...rules }, null, 2)}\n`;
}
