/** A JSON text's own pieces: strings, punctuation, other literals. Blanks between them fall away. */
const piece = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

/** Bodies of fewer characters fit on a line. */
const shortest = 72;
/** Longer ones are cut, and no JSON any more. */
const longest = 65_536;

/**
 * Lays a JSON body out on lines, for reading. Only blanks between its pieces change: every
 * number, string and escape keeps the spelling that went over the wire. What is not JSON, and
 * what already has lines of its own or needs none, comes back as it is.
 */
export function layOutJson(text: string): string {
  if (!isLaidOutEasily(text)) return text;
  const pieces = text.match(piece) ?? [];
  let depth = 0;
  return pieces
    .map((each, index) => {
      const before = pieces[index - 1];
      const closes = each === '}' || each === ']';
      if (closes) depth -= 1;
      const breaks = closes ? !opens(before) : opens(before) || before === ',';
      const indent = breaks ? `\n${'  '.repeat(depth)}` : '';
      if (opens(each)) depth += 1;
      return `${indent}${each}${each === ':' ? ' ' : ''}`;
    })
    .join('');
}

function opens(piece: string | undefined): boolean {
  return piece === '{' || piece === '[';
}

function isLaidOutEasily(text: string): boolean {
  const { length } = text;
  return length >= shortest && length <= longest && !text.includes('\n') && isJson(text);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
