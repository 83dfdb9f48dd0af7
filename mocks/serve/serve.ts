import type { Clock } from '../clock.ts';
import { parseFaultPlan } from '../faults/plan.ts';
import { controlHandle } from './control/handle.ts';
import { History } from './history.ts';
import { type Bounds, type Listener, listen, usualBounds } from './listener.ts';
import type { Sleep } from './pace.ts';
import { twinHandle } from './twin-handle.ts';
import { type ServedKind, twinNamed } from './twin-set.ts';

/** What is to be served. */
export interface ServeOrder {
  readonly kinds: readonly ServedKind[];
  /** The first kind's port; the others follow one by one, the control API last. 0: any free ones. */
  readonly port: number;
  readonly clock: Clock & { readonly sleep: Sleep };
  readonly seed: number;
  /** A fault plan, as JSON text. */
  readonly faults: string;
  readonly onDefect: (defect: unknown) => void;
  readonly bounds?: Bounds;
}

/** Twins on their ports. */
export interface Served {
  readonly twins: readonly ServedSystem[];
  /** The control API's origin. */
  readonly control: string;
  /** Takes no more, ends what is in flight, and after `bound` milliseconds cuts off what is left. */
  drain(bound: number): Promise<void>;
}

/** One system's twin for whoever wants to call it. */
export interface ServedSystem {
  readonly system: string;
  readonly name: string;
  readonly baseUrl: string;
  /** Where each version of its API answers; the first one is at `baseUrl`. */
  readonly endpoints: readonly string[];
  /** Made up, and the same for the same seed. */
  readonly credentials: Readonly<Record<string, string>>;
}

/** Serves twins over HTTP on loopback. Refuses a fault plan that is none, and ports that are taken. */
export async function serve(order: ServeOrder): Promise<Served> {
  const { kinds, clock, seed } = order;
  const faults = parseFaultPlan(order.faults);
  const listeners = await listenAll(order);
  const baseUrls = new Map(kinds.map(({ name }, at) => [name, listeners.twins[at]?.origin ?? '']));
  const history = await History.begin({ kinds, baseUrls, seed, faults }, clock);
  const { twins } = history.set;
  for (const [at, { name, describe }] of kinds.entries()) {
    const document = describe(twinNamed(twins, name));
    const sleep = clock.sleep;
    listeners.twins[at]?.handleBy(twinHandle({ history, name, document, sleep }));
  }
  const draining = new AbortController();
  listeners.control.handleBy(controlHandle({ history, draining: draining.signal }));
  return {
    twins: kinds.map(({ name }) => {
      const { system, credentials, ...twin } = twinNamed(twins, name);
      const endpoints = twin.endpoints.map(({ baseUrl }) => baseUrl);
      return { system, name, baseUrl: baseUrls.get(name) ?? '', endpoints, credentials };
    }),
    control: listeners.control.origin,
    drain: async (bound) => {
      draining.abort();
      await Promise.all([...listeners.twins, listeners.control].map((one) => one.drain(bound)));
    },
  };
}

async function listenAll({
  kinds,
  port,
  onDefect,
  bounds = usualBounds,
}: ServeOrder): Promise<{ readonly twins: readonly Listener[]; readonly control: Listener }> {
  const listeners: Listener[] = [];
  try {
    for (let at = 0; at <= kinds.length; at++) {
      listeners.push(await listen({ port: port === 0 ? 0 : port + at, bounds, onDefect }));
    }
  } catch (cause) {
    await Promise.all(listeners.map((one) => one.drain(0)));
    throw cause;
  }
  const [control, ...twins] = listeners.reverse();
  if (!control) throw new Error('Nothing listens');
  return { twins: twins.reverse(), control };
}
