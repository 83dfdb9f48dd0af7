/** `context` is not yet in TypeScript's library; Node has it since 21. */
type Parse = (
  text: string,
  reviver: (key: string, value: unknown, context: { readonly source?: string }) => unknown,
) => unknown;

const parse = JSON.parse as Parse;

/** What no text lacks that holds such a number: as many digits in a row, or an exponent. */
const mayBeTooLarge = /\d{16}|\d[eE]/;

/**
 * Parses JSON without ever changing a number: one that a double cannot hold exactly (an int64 id
 * above 2^53) comes back as the text of its digits. `undefined` where the text is not JSON.
 */
export function parseJson(text: string): unknown {
  try {
    // Asking for every value's own text takes several times as long as parsing.
    if (!mayBeTooLarge.test(text)) return JSON.parse(text);
    return parse(text, (_key, value, { source }) =>
      typeof value === 'number' && Math.abs(value) > Number.MAX_SAFE_INTEGER ? source : value,
    );
  } catch {
    return undefined;
  }
}
