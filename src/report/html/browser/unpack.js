/**
 * What a pack holds: gzip of JSON, as base64.
 * @param {Element | null | undefined} pack
 * @returns {Promise<unknown>} `undefined` where there is no pack
 */
export async function unpack(pack) {
  if (!pack) return undefined;
  const bytes = Uint8Array.from(atob(pack.textContent ?? ''), (unit) => unit.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).json();
}
