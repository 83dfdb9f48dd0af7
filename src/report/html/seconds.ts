/** Milliseconds as people read them, to the millisecond: `1.080 s`. */
export function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(3)} s`;
}
