import type { Answer } from '../http/answer.ts';
import { parsed } from '../http/json-text.ts';
import { isObject, type Nested } from '../http/paths.ts';

/** Where the answers of a system carry records; `''` is the body itself. */
export interface RecordsAt {
  readonly list: string;
  readonly one: string;
  /** Where a list says how many there are, and where it goes on. */
  readonly count?: string;
  readonly next?: string;
  /** The query parameters that ask for a page's length, the system's first choice in front. */
  readonly pageSize: readonly string[];
}

/** A list answer taken apart. */
export interface ListBody {
  readonly rows: readonly unknown[];
  /** The object around the rows; empty where there is none. */
  readonly around: Nested;
}

/** The list in an answer, or `undefined` where there is none. */
export function listIn(answer: Answer, { list }: RecordsAt): ListBody | undefined {
  const body = answer.status < 300 ? parsed(answer.body) : undefined;
  if (list === '') return Array.isArray(body) ? { rows: body, around: {} } : undefined;
  const rows = isObject(body) ? body[list] : undefined;
  return isObject(body) && Array.isArray(rows) ? { rows, around: body } : undefined;
}

/** The answer with another list in it. */
export function withList(answer: Answer, { list }: RecordsAt, body: ListBody): Answer {
  const value = list === '' ? body.rows : { ...body.around, [list]: body.rows };
  return { ...answer, body: JSON.stringify(value) };
}

/** The answer with each of its records changed, in a list or alone; other answers stay as they are. */
export function withRecords(
  answer: Answer,
  at: RecordsAt,
  change: (record: Nested) => Nested,
): Answer {
  const changed = (row: unknown): unknown => (isObject(row) ? change(row) : row);
  const list = listIn(answer, at);
  if (list) return withList(answer, at, { ...list, rows: list.rows.map(changed) });
  const body = answer.status < 300 ? parsed(answer.body) : undefined;
  if (!isObject(body)) return answer;
  const one = at.one === '' ? body : body[at.one];
  if (!isObject(one)) return answer;
  const value = at.one === '' ? change(one) : { ...body, [at.one]: change(one) };
  return { ...answer, body: JSON.stringify(value) };
}
