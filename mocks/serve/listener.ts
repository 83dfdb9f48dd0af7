import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

/** Handles one request, whole. */
export type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;

/** What a caller may ask of a socket before it is cut off. */
export interface Bounds {
  /** Milliseconds until the header must have come. */
  readonly headers: number;
  /** Milliseconds until the whole request must have come. */
  readonly request: number;
  /** Milliseconds that a connection may stay without a request. */
  readonly idle: number;
  /** Connections at a time; more are closed as they come. */
  readonly connections: number;
}

/** Wide enough for any honest client on the same machine. */
export const usualBounds: Bounds = {
  headers: 10_000,
  request: 30_000,
  idle: 10_000,
  connections: 1000,
};

/** One port that is listened on. */
export interface Listener {
  /** `http://127.0.0.1:4000`. */
  readonly origin: string;
  /** Hands requests to `handle` from now on; until then they are told to come back. */
  handleBy(handle: Handle): void;
  /** Takes no more, lets what is in flight end, and after `bound` milliseconds cuts it off. */
  drain(bound: number): Promise<void>;
}

/** The one address that is listened on: the machine itself. */
const loopback = '127.0.0.1';

/** Listens on a port of the loopback address; 0 takes any that is free. Refuses a port that is taken. */
export async function listen({
  port,
  bounds,
  onDefect,
}: {
  readonly port: number;
  readonly bounds: Bounds;
  /** Told what a handler threw; the caller gets a 500. */
  readonly onDefect: (defect: unknown) => void;
}): Promise<Listener> {
  let handle: Handle = notYet;
  const inFlight = new Set<ServerResponse>();
  const server = createServer(timeouts(bounds), async (request, response) => {
    inFlight.add(response);
    try {
      await handle(request, response);
    } catch (defect) {
      // A caller that goes away, or is cut off, is no defect of the handler.
      if (request.errored === null) onDefect(defect);
      if (response.headersSent || request.errored) response.destroy();
      else response.writeHead(500).end();
    } finally {
      inFlight.delete(response);
    }
  });
  server.maxConnections = bounds.connections;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, loopback, () => resolve());
  });
  return {
    origin: originOf(server),
    handleBy: (given) => {
      handle = given;
    },
    drain: (bound) => {
      for (const response of inFlight) response.shouldKeepAlive = false;
      return drained(server, bound);
    },
  };
}

function timeouts(bounds: Bounds): object {
  return {
    headersTimeout: bounds.headers,
    requestTimeout: bounds.request,
    keepAliveTimeout: bounds.idle,
    connectionsCheckingInterval: Math.min(1000, bounds.headers),
    noDelay: true,
  };
}

function originOf(server: Server): string {
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The server has no port');
  return `http://${address.address}:${address.port}`;
}

function drained(server: Server, bound: number): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    AbortSignal.timeout(bound).addEventListener('abort', () => server.closeAllConnections());
  });
}

const notYet: Handle = (_, response) => {
  response.writeHead(503, { 'retry-after': '1' }).end();
};
