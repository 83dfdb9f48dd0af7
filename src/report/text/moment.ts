/** A moment as people read it, to the second: `2026-11-23 08:00:00 UTC`. It is given in ISO 8601, UTC. */
export function moment(iso: string): string {
  return `${iso.slice(0, 10)} ${iso.slice(11, 19)} UTC`;
}
