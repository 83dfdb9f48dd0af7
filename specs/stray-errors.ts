import type { Redactor } from '../src/evidence/redaction.ts';

/** What tells of errors that nobody caught: the process itself. */
export interface StrayErrors {
  prependListener(event: StrayEvent, tell: (thrown: unknown) => void): unknown;
  removeListener(event: StrayEvent, tell: (thrown: unknown) => void): unknown;
}

type StrayEvent = (typeof events)[number];

const events = ['unhandledRejection', 'uncaughtException'] as const;

/**
 * Masks secrets in errors that nobody catches while a world is open, before the runner prints them:
 * the gate is the world's, and no other process knows what is secret. Ended by disposing of it.
 */
export function maskStrayErrors(gate: Pick<Redactor, 'text'>, of: StrayErrors): Disposable {
  const mask = (thrown: unknown): void => {
    if (!(thrown instanceof Error)) return;
    // Not every error lets itself be assigned to: an aborted request's does not.
    for (const key of ['message', 'stack'] as const) {
      Reflect.defineProperty(thrown, key, { value: gate.text(thrown[key] ?? '') });
    }
  };
  for (const event of events) of.prependListener(event, mask);
  return {
    [Symbol.dispose]: () => {
      for (const event of events) of.removeListener(event, mask);
    },
  };
}
