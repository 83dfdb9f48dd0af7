import type { Problem } from '../contract/validate.ts';
import { type Answer, json } from '../http/answer.ts';
import type { Dialect } from '../http/dialect.ts';
import { problemAnswer } from '../http/problem.ts';
import { expected } from './answers.ts';
import { controls } from './query.ts';

/** An RFC 9457 problem answer. */
export function problem(
  status: number,
  detail: string,
  more: {
    readonly errors?: Readonly<Record<string, string>>;
    readonly headers?: Readonly<Record<string, string>>;
  } = {},
): Answer {
  const { headers, ...extension } = more;
  const answer = problemAnswer({ status, detail }, (told) => ({ ...told, ...extension }));
  return { ...answer, headers: { ...answer.headers, ...headers } };
}

/** The answer to a write that was refused: 409 where a unique value is taken, 422 for the rest. */
export function refusal(problems: readonly Problem[]): Answer {
  const taken = problems.every(({ kind }) => kind === 'unique');
  const errors = Object.fromEntries(problems.map(({ path, message }) => [path, message]));
  return problem(taken ? 409 : 422, problems.map(({ message }) => message).join(' '), { errors });
}

/** How a plain REST system fails. */
export const plainRestDialect: Dialect = {
  failure: (status, headers) => {
    const retry = status === 429 ? { 'retry-after': '1' } : {};
    const challenge = status === 401 ? { 'www-authenticate': 'Bearer' } : {};
    const detail = details[status] ?? 'The request could not be handled.';
    return problem(status, detail, { headers: { ...retry, ...challenge, ...headers } });
  },
  denial: (kind) => {
    if (kind === 'list') return json(200, '{"items":[],"total":0}');
    return problem(kind === 'write' ? 422 : 404, 'The request was not accepted.');
  },
  refusal: (message) => problem(400, message),
  searches: (query) =>
    [...query.keys()].some((name) => name === 'modifiedSince' || !controls.has(name)),
  records: { list: 'items', one: '', count: 'total', next: 'next', pageSize: ['limit'] },
  expected,
};

const details: Readonly<Record<number, string>> = {
  401: 'The access token is missing, unknown or has expired.',
  404: 'There is no such resource.',
  405: 'The resource does not take this method.',
  429: 'Too many requests.',
};
