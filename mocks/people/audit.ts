import type { z } from 'zod';
import type { Answer } from '../http/answer.ts';
import { parsed } from '../http/json-text.ts';

/** What a contract says of one answer; without a `type` the body is held as text. */
export interface Expectation {
  readonly schema: z.ZodType;
  /** The content type, without parameters. */
  readonly type?: string;
}

/** An answer that its twin's contract does not know. */
export class ContractBreach extends Error {
  override readonly name = 'ContractBreach';
  readonly code = 'contract-breach';
}

const passed = new WeakMap<z.ZodType, Set<string>>();

/**
 * Throws where an answer is not what is expected: a defect of the twin. The records of a list are
 * left out: they were held against their own schemas as they were rendered.
 */
export function audit(answer: Answer, { schema, type }: Expectation): void {
  const said = answer.headers['content-type']?.split(';')[0];
  const text = answer.frame ?? answer.body;
  const known = passed.get(schema) ?? new Set();
  if (said === type && known.has(text)) return;
  const held = schema.safeParse(type === undefined ? text : parsed(text));
  if (said === type && held.success) {
    // Frames are few and come again and again; whole bodies would only fill the memory.
    if (answer.frame !== undefined && known.size < 1000) passed.set(schema, known.add(text));
    return;
  }
  const why = held.success ? `its content type is ${said}, not ${type}` : held.error.message;
  throw new ContractBreach(`${answer.status} ${text.slice(0, 200)} breaks the contract: ${why}`);
}
