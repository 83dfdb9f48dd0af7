/** `context` is not yet in TypeScript's library; Node has it since 21. */
type Parse = (
  text: string,
  reviver: (key: string, value: unknown, context: { readonly source?: string }) => unknown,
) => unknown;

const parse = JSON.parse as Parse;

/**
 * Parses JSON without ever changing a number: one that a double cannot hold exactly (an int64 id
 * above 2^53) comes back as the text of its digits. `undefined` where the text is not JSON.
 */
export function parseJson(text: string): unknown {
  try {
    return parse(text, (_key, value, { source }) =>
      typeof value === 'number' && Math.abs(value) > Number.MAX_SAFE_INTEGER ? source : value,
    );
  } catch {
    return undefined;
  }
}
