import { readBody } from '../../mocks/serve/body.ts';
import { answerOf, exchange } from '../../mocks/serve/exchange.ts';
import { type Handle, type Listener, listen, usualBounds } from '../../mocks/serve/listener.ts';
import { Pacing } from '../../mocks/serve/pace.ts';
import { refuse, replyJson } from '../../mocks/serve/reply.ts';
import type { Twin } from '../../mocks/twin.ts';
import { idleWait, wallClock } from '../../src/clock.ts';
import type { ForeignEngine } from '../../src/harness/engines/foreign.ts';
import type { World } from '../../src/harness/world.ts';
import type { Side } from '../../src/settings.ts';
import { tokensIn } from '../token-tap.ts';

/** Ports of this machine on which a foreign engine meets the twins, and its judge. */
export interface Doors {
  readonly source: Listener;
  readonly target: Listener;
  /** Where it signals the end of its passes. */
  readonly signal: Listener;
  /** What went wrong behind them: always the harness's own fault. */
  readonly defects: readonly unknown[];
  close(): Promise<void>;
}

/** Opens the doors; whoever knocks is told to come back until somebody stands behind them. */
export async function openDoors(): Promise<Doors> {
  const defects: unknown[] = [];
  const door = (): Promise<Listener> =>
    listen({ port: 0, bounds: usualBounds, onDefect: (defect) => defects.push(defect) });
  const [source, target, signal] = [await door(), await door(), await door()];
  const close = async (): Promise<void> => {
    await Promise.all([source, target, signal].map((each) => each.drain(0)));
  };
  return { source, target, signal, defects, close };
}

interface Household {
  readonly engine: ForeignEngine;
  readonly twins: Readonly<Record<Side, Twin>>;
  /** The time of the twins. */
  readonly clock: World['clock'];
  /** Told of every token before the engine has it: it may write it anywhere. */
  readonly learn: World['gate']['learn'];
  /** How long a request takes, in virtual time. */
  readonly requestMs: number;
}

/** Puts the twins and the judge behind the doors; what it returns has another one answer at the target's. */
export function attend(doors: Doors, household: Household): (target: Twin) => void {
  const { source, target } = household.twins;
  const handle = { ...household, tick: ticking(household) };
  const show = (shown: Twin): void => doors.target.handleBy(twinHandle(handle, shown));
  doors.source.handleBy(twinHandle(handle, source));
  show(target);
  doors.signal.handleBy(signalHandle(household));
  return show;
}

/** In the time that the answer needs to be written down, a kill may fall, in milliseconds. */
const momentMs = 3;

/** Time as it passes with each request: an engine that waits does so in real time, and the twins' is never behind it. */
function ticking({ clock, requestMs }: Household): () => void {
  let last = wallClock.now();
  return () => {
    const now = wallClock.now();
    clock.advance(Math.max(requestMs, now - last));
    last = now;
  };
}

function twinHandle(
  { engine, clock, learn, tick }: Household & { readonly tick: () => void },
  twin: Twin,
): Handle {
  const pacing = new Pacing(async (ms) => clock.advance(ms));
  return async (request, response) => {
    await exchange({
      request,
      response,
      pacing,
      answer: ({ url, method, ...sent }) =>
        engine.request({ system: twin.system, method, url }, () => {
          tick();
          const answer = answerOf(twin, { ...sent, url, method });
          for (const secret of tokensIn(url, answer.body)) learn(secret);
          return answer;
        }),
    });
    await engine.answered(() => idleWait(momentMs));
  };
}

/** `POST /0`: the engine's first start has ended a pass. Answered, with the time, when the next one is wanted. */
function signalHandle({ engine, clock }: Household): Handle {
  return async (request, response) => {
    const [, nth] = /^\/(\d{1,6})$/.exec(request.url ?? '') ?? [];
    if (nth === undefined || request.method !== 'POST') {
      return refuse(response, 404, 'Post what SYNCPROOF_SIGNAL names.');
    }
    const said = await readBody(request);
    if (said === undefined) return refuse(response, 413, 'The report is longer than 1 MB.');
    await engine.signal(Number(nth), said);
    replyJson(response, { status: 200, body: { now: new Date(clock.now()).toISOString() } });
  };
}
