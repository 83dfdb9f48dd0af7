/**
 * What a pack holds: gzip of JSON, in base 91.
 * @param {Element | null | undefined} pack
 * @returns {Promise<unknown>} `undefined` where there is no pack
 */
export async function unpack(pack) {
  if (!pack) return undefined;
  const bytes = bytesOf(pack.textContent ?? '');
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).json();
}

/**
 * The bytes of a text as `src/report/text/base91.ts` writes it.
 * @param {string} text
 */
function bytesOf(text) {
  const bytes = new Uint8Array(text.length);
  let length = 0;
  let held = 0;
  let bits = 0;
  for (let at = 0; at < text.length; at += 2) {
    const last = at + 1 === text.length;
    held = (held << (last ? 6 : 13)) | (last ? valueAt(text, at) : pairAt(text, at));
    bits += last ? 6 : 13;
    while (bits >= 8) {
      bits -= 8;
      bytes[length] = held >> bits;
      length += 1;
      held &= (1 << bits) - 1;
    }
  }
  return bytes.subarray(0, length);
}

/**
 * @param {string} text
 * @param {number} at
 */
function pairAt(text, at) {
  return valueAt(text, at) * 91 + valueAt(text, at + 1);
}

/**
 * @param {string} text
 * @param {number} at
 */
function valueAt(text, at) {
  const code = text.charCodeAt(at);
  return code < 60 ? code - 35 : code - 36;
}
