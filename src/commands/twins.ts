import { readFile } from 'node:fs/promises';
import { SyncproofError } from '../errors.ts';
import { type Console, exitCodes } from './console.ts';

/** What `syncproof twins` is told. */
export interface TwinsOptions {
  /** Anything but the machine itself is refused. */
  readonly host: string;
  /** The first of the ports; 0 takes any that are free. */
  readonly port: number;
  readonly seed: number;
  /** Generated records of each entity. */
  readonly records: number;
  /** A file with a fault plan. */
  readonly faults?: string;
  readonly json: boolean;
}

/** What a server is asked for. */
export interface TwinsOrder extends Pick<TwinsOptions, 'port' | 'seed' | 'records'> {
  /** The plan's file, whole; an empty plan without one. */
  readonly faults: string;
}

/** Twins that are being served. */
export interface RunningTwins {
  readonly twins: readonly {
    readonly system: string;
    readonly name: string;
    readonly baseUrl: string;
    readonly endpoints: readonly string[];
    readonly credentials: Readonly<Record<string, string>>;
  }[];
  readonly control: string;
  drain(bound: number): Promise<void>;
}

/** What the command works with. */
export interface TwinsSurroundings {
  readonly console: Console;
  /** Serves until drained. Refuses what it cannot use with an error whose message says why. */
  readonly serve: (order: TwinsOrder) => Promise<RunningTwins>;
  /** Resolves when the command is to end. */
  readonly stopped: () => Promise<void>;
}

const loopback: ReadonlySet<string> = new Set(['127.0.0.1', '::1', 'localhost']);

/** Milliseconds that requests in flight have to end. */
const drainBound = 5000;

/** `syncproof twins`: serves both twins on this machine until it is stopped, then lets what is in flight end. */
export async function twins(
  options: TwinsOptions,
  { console, serve, stopped }: TwinsSurroundings,
): Promise<number> {
  if (!loopback.has(options.host)) {
    throw new SyncproofError(
      'usage',
      `The twins are served on this machine only, not on ${options.host}: leave --host out.`,
    );
  }
  const { port, seed, records } = options;
  const end = stopped();
  const running = await started(serve, { port, seed, records, faults: await plan(options.faults) });
  console.out(options.json ? `${JSON.stringify(asData(running))}\n` : asText(running));
  await end;
  await running.drain(drainBound);
  return exitCodes.ok;
}

async function plan(file: string | undefined): Promise<string> {
  if (file === undefined) return '[]';
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new SyncproofError('usage', `${file} cannot be read: name a file with a fault plan.`, {
      cause,
    });
  }
}

async function started(
  serve: TwinsSurroundings['serve'],
  order: TwinsOrder,
): Promise<RunningTwins> {
  try {
    return await serve(order);
  } catch (cause) {
    const refusal = refusalOf(cause, order);
    throw refusal === undefined ? cause : new SyncproofError('usage', refusal, { cause });
  }
}

function refusalOf(cause: unknown, { port }: TwinsOrder): string | undefined {
  if (!(cause instanceof Error) || !('code' in cause)) return undefined;
  if (cause.code === 'fault-plan') return cause.message;
  return taken.has(cause.code)
    ? `Port ${port} and those after it cannot be had: name another with --port, or 0 for any.`
    : undefined;
}

const taken: ReadonlySet<unknown> = new Set(['EADDRINUSE', 'EACCES', 'ERR_SOCKET_BAD_PORT']);

function asData({ twins, control }: RunningTwins): object {
  return { twins, control };
}

function asText({ twins, control }: RunningTwins): string {
  const systems = twins.map(({ system, endpoints, credentials }) => {
    const keys = Object.entries(credentials).map(([name, value]) => `  ${name}  ${value}`);
    return [`${system}  ${endpoints.join('  ')}`, ...keys].join('\n');
  });
  return `${systems.join('\n')}\nControl  ${control}\nThe credentials are made up. Ctrl-C ends.\n`;
}
