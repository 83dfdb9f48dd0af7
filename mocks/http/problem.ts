import { type Answer, json, refusing } from './answer.ts';

/** What a problem document (RFC 9457) tells. */
interface Told {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
}

/** Makes the document of what it tells: how its members are written is the system's. */
export type Spelling = (told: Told & { readonly type: 'about:blank' }) => object;

/** The answer of a system that tells of its problems as RFC 9457 has it: of no type of its own, so titled by the status. */
export function problemAnswer({ status, detail }: Omit<Told, 'title'>, spelled: Spelling): Answer {
  const body = spelled({ type: 'about:blank', title: titleOf(status), status, detail });
  const type = { 'content-type': 'application/problem+json' };
  return refusing(json(status, JSON.stringify(body), type));
}

/** The reason phrase of a status (RFC 9110, 15). */
export function titleOf(status: number): string {
  return titles[status] ?? 'Error';
}

const titles: Readonly<Record<number, string>> = {
  301: 'Moved Permanently',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  410: 'Gone',
  412: 'Precondition Failed',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Content',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
};
