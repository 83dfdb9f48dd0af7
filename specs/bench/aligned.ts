/** Rows of a table as text: the first column to the left, the others to the right. */
export function aligned(rows: readonly (readonly string[])[]): string {
  const [head = []] = rows;
  const widths = head.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row
      .map((text, at) => (at === 0 ? text.padEnd : text.padStart).call(text, widths[at] ?? 0))
      .join('  ');
  return `${rows.map(line).join('\n')}\n`;
}
