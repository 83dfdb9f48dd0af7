import type { Problem } from '../../contract/validate.ts';
import { type Answer, json, refusing } from '../../http/answer.ts';
import type { Dialect } from '../../http/dialect.ts';
import { problemAnswer, titleOf } from '../../http/problem.ts';
import { expected } from './answers.ts';

/** ProblemDetails, in PascalCase (`apis.md 3`). */
export function problem(status: number, detail: string): Answer {
  return problemAnswer({ status, detail }, (told) => ({
    Type: told.type,
    Title: told.title,
    Status: told.status,
    Detail: told.detail,
  }));
}

/** The refusal of a write: 409 where a unique value is taken, else 400. */
export function refusal(problems: readonly Problem[]): Answer {
  const taken = problems.every(({ kind }) => kind === 'unique');
  return problem(taken ? 409 : 400, problems.map(({ message }) => message).join(' '));
}

/** An answer of the gateway in front of the API: it knows keys and rates only (`apis.md 3`). */
export function gateway(status: number, message: string): Answer {
  return refusing(json(status, JSON.stringify({ statusCode: String(status), message })));
}

/** Nothing to show: 204 without a body (`apis.md S30`). */
export const nothing: Answer = { status: 204, headers: {}, body: '' };

/** How v2 fails. */
export const v2Dialect: Dialect = {
  failure: (status, headers = {}) => {
    const answer =
      status === 429
        ? gateway(429, 'Rate limit is exceeded. Try again in 1 seconds.')
        : problem(status, titleOf(status));
    return { ...answer, headers: { ...answer.headers, ...headers } };
  },
  denial: (kind) => {
    if (kind === 'list') return nothing;
    return problem(kind === 'write' ? 400 : 404, 'The request was not accepted.');
  },
  refusal: (message) => problem(400, message),
  searches: (query) => [...query.keys()].some((name) => /changed|contactids/i.test(name)),
  records: { list: '', one: '', pageSize: ['PageSize'] },
  expected,
};
