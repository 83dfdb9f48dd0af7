/** An answer on its way out. Status 0 is a connection broken instead of answered. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Set where the system says no in its own way, whatever the status; a 5xx is no such word. */
  readonly refused?: boolean;
}

/** A connection that breaks. */
export const broken: Answer = { status: 0, headers: {}, body: '' };

/** An answer with a JSON text; `headers` may say another content type. */
export function json(
  status: number,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  const type = { 'content-type': 'application/json; charset=utf-8' };
  return { status, headers: { ...type, ...headers }, body };
}

/** The answer as a refusal: the system's own word where it is not a failure of its own. */
export function refusing(answer: Answer): Answer {
  return { ...answer, refused: answer.status < 500 };
}
