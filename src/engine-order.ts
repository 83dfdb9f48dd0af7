/** The ways in which an engine that is not ours can be run. */
export const engineKinds = ['http', 'container'] as const;

/** An engine that is not ours, and how it is to be judged. */
export type EngineOrder = Judged & (StartedByCommand | StartedFromImage);

/** How it is told that it has settled. */
interface Judged {
  /** Whether it says by itself that a pass has ended: it posts to the address `SYNCPROOF_SIGNAL`. */
  readonly signals: boolean;
  /** This many of its passes in a row without a write show that it is at rest. */
  readonly quietPasses: number;
  /** How long a pass may take, and how long it may take to settle, in milliseconds. */
  readonly withinMs: number;
}

interface StartedByCommand {
  readonly kind: 'http';
  /** As a shell takes it. */
  readonly command: string;
  /** Where it is run. */
  readonly folder: string;
}

interface StartedFromImage {
  readonly kind: 'container';
  readonly image: string;
}

/** What a report calls it. */
export function engineName(order: EngineOrder): string {
  return order.kind === 'http' ? order.command : `container ${order.image}`;
}
