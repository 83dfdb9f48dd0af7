const units = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
] as const;

/** Milliseconds as people read them, and all of them: `1.08 s`, `20 min 2.12 s`, `1 h`, `0 s`. */
export function duration(ms: number): string {
  const parts: string[] = [];
  let left = ms;
  for (const [unit, size] of units) {
    const whole = Math.floor(left / size);
    left -= whole * size;
    if (whole > 0) parts.push(`${whole} ${unit}`);
  }
  if (left > 0 || parts.length === 0) parts.push(`${left / 1000} s`);
  return parts.join(' ');
}
