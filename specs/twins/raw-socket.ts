import { connect } from 'node:net';

/** Sends bytes to a port as they are, and returns all that comes back until the other side closes. */
export function sendRaw(origin: string, text: string | Buffer): Promise<string> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve) => {
    let heard = '';
    const socket = connect({ host: hostname, port: Number(port) }, () => socket.write(text));
    socket.setEncoding('latin1');
    socket.on('data', (chunk: string) => {
      heard += chunk;
    });
    // A connection that is cut off is an end like any other.
    socket.on('error', () => socket.destroy());
    socket.on('close', () => resolve(heard));
  });
}

/** The status of a raw answer; 0 where there was none. */
export function statusOf(heard: string): number {
  return Number(/^HTTP\/1\.1 (\d{3})/.exec(heard)?.[1] ?? 0);
}
