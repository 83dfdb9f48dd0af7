import type { PropertyRow } from './dataflow.ts';

/** The data types that carry a value as it is or by a plain conversion (dataflow-format.md, Tables). */
const plainTypes: ReadonlySet<string> = new Set([
  '"string"',
  '"integer"',
  '"float"',
  '"decimal"',
  '"boolean"',
  '"list"',
  'N/A',
  '',
]);

/** Why a row of a property table cannot be carried or judged as it stands, and whose matter that is. */
export interface Obstacle {
  /** `document` where the row says too little; `tool` where it says more than is understood here. */
  readonly owner: 'document' | 'tool';
  readonly reason: string;
}

/** What keeps a row from being carried, or `undefined` for a plain one. */
export function obstacleIn({ source, target, type }: PropertyRow): Obstacle | undefined {
  if (source === '' || target === '') {
    return { owner: 'document', reason: 'The row leaves out one of its two properties.' };
  }
  const condition = [source, target].find((cell) => cell.includes('('));
  if (condition !== undefined) {
    return {
      owner: 'tool',
      reason: `The cell "${condition}" carries a condition, which nothing here can work out.`,
    };
  }
  if (plainTypes.has(type)) return undefined;
  return {
    owner: 'tool',
    reason: `The data type ${type} is an expression of the platform's own language, which nothing here can work out.`,
  };
}
