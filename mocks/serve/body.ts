import type { IncomingMessage } from 'node:http';

/** The longest body that is read, in bytes. */
const longest = 1024 * 1024;

/** What of a longer body is still read, and thrown away, so that its sender hears the refusal. */
const patience = 16 * longest;

/** A request's body as text; `undefined` where it is too long. Rejects where the caller goes away. */
export async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const declared = request.headers['content-length'];
  if (declared === undefined && request.headers['transfer-encoding'] === undefined) return '';
  if (Number(declared ?? 0) > patience) return undefined;
  return collected(request);
}

function collected(request: IncomingMessage): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= longest) chunks.push(chunk);
      else if (size > patience) resolve(undefined);
    });
    request.on('end', () => {
      const [only] = chunks;
      const whole = only && chunks.length === 1 ? only : Buffer.concat(chunks);
      resolve(size > longest ? undefined : whole.toString());
    });
    request.on('error', reject);
  });
}
