/** An answer on its way out. Status 0 is a connection broken instead of answered. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Set where the system says no in its own way, whatever the status; a 5xx is no such word. */
  readonly refused?: boolean;
  /** The body without its records, where these were held against their contract one by one. */
  readonly frame?: string;
  /** How the carrier holds it back. */
  readonly pace?: Pace;
}

/** What a carrier does with an answer before it lets it go. */
export interface Pace {
  /** Milliseconds before anything is sent. */
  readonly delay?: number;
  /** Bytes a second. */
  readonly drip?: number;
  /** How many later requests are answered first, as far as there are any under way. */
  readonly hold?: number;
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
