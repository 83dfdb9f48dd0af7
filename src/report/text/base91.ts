/** Two characters hold as many bits: 91 times 91 are a few more than 8,192. */
const pairBits = 13;
/** What is left at the end is a single character's, where that is enough. */
const lastBits = 6;

/**
 * Bytes as text that can stand in a page's script, a twelfth shorter than base64: 13 bits in two
 * characters from `#` to `~`, the highest bits first. There is no `<` among them, so that nothing
 * can end the script.
 */
export function base91(bytes: Uint8Array): string {
  const codes: number[] = [];
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    if (bits < pairBits) continue;
    bits -= pairBits;
    codes.push(...pairOf(held >> bits));
    held &= (1 << bits) - 1;
  }
  if (bits > lastBits) codes.push(...pairOf(held << (pairBits - bits)));
  else if (bits > 0) codes.push(codeOf(held << (lastBits - bits)));
  return inChunks(codes);
}

function pairOf(value: number): readonly [number, number] {
  return [codeOf(Math.floor(value / 91)), codeOf(value % 91)];
}

/** The code of a character: `<`, which is 60, is passed over. */
function codeOf(value: number): number {
  const code = 35 + value;
  return code < 60 ? code : code + 1;
}

/** A call takes only so many arguments. */
const chunk = 8_192;

function inChunks(codes: readonly number[]): string {
  const starts = Array.from({ length: Math.ceil(codes.length / chunk) }, (_, at) => at * chunk);
  return starts.map((start) => String.fromCharCode(...codes.slice(start, start + chunk))).join('');
}
