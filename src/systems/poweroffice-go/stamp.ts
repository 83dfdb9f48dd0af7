import type { Instant } from '../../clock.ts';

const stamp = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?) ?(Z|[+-]\d{2}:\d{2})?$/;

/**
 * Reads a stamp in any form that PowerOffice GO is known to send: with a space before the offset,
 * RFC 3339, or without a zone, which is taken for UTC (apis.md 1.8). `undefined` for anything else.
 */
export function parseStamp(text: string): Instant | undefined {
  const [, time, zone = 'Z'] = stamp.exec(text) ?? [];
  const instant = Date.parse(`${time}${zone}`);
  return Number.isNaN(instant) ? undefined : instant;
}

/** An instant as filters take it: UTC without a zone, down to its whole second (apis.md 1.6). */
export function stampLiteral(instant: Instant): string {
  return `DateTimeOffset'${new Date(instant).toISOString().slice(0, 19)}'`;
}
