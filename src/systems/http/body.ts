/** The largest answer that is read, in bytes: far above any page, far below what hurts. */
const maxBytes = 32 * 1024 * 1024;

/** The whole body as text, or what was wrong with it. */
export type Body =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'unreadable'; readonly problem: string };

/**
 * Reads a body of at most 32 MB. Bytes that are not UTF-8 make it unreadable, because replacing
 * them would change a value without a word. Rejects where the connection breaks off.
 */
export async function readBody(response: Response): Promise<Body> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) return { kind: 'unreadable', problem: 'with more than 32 MB' };
    const decoded = decode(() => decoder.decode(chunk, { stream: true }));
    if (decoded === undefined) return notUtf8;
    text += decoded;
  }
  const rest = decode(() => decoder.decode());
  return rest === undefined ? notUtf8 : { kind: 'text', text: text + rest };
}

const notUtf8: Body = { kind: 'unreadable', problem: 'with bytes that are not UTF-8' };

function decode(step: () => string): string | undefined {
  try {
    return step();
  } catch {
    return undefined;
  }
}
