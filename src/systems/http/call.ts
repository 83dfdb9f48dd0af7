/** One call of an API. */
export interface Call {
  readonly method: 'GET' | 'POST' | 'PATCH';
  /** Path below the base URL, starting with a slash, and the encoded query. */
  readonly target: string;
  readonly body?: { readonly type: string; readonly text: string };
}

/** A call, and the system that was asked: what a reason has to name. */
export interface Asked {
  readonly system: string;
  readonly call: Call;
}
