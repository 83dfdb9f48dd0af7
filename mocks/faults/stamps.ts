import { z } from 'zod';
import type { Answer } from '../http/answer.ts';
import { aim } from './aim.ts';
import type { Force } from './force.ts';

/**
 * F11: modification times are not what they seem. The time itself: held down to `resolution`, moved
 * by `skew`, or always `fixed` (equal stamps, a future one, an hour that daylight saving doubles).
 * Its text in answers that the aim fits: `format`. Lasts unless it says how long.
 */
export const stamps = z.strictObject({
  code: z.literal('F11'),
  ...aim,
  /** Milliseconds, rounded down. */
  resolution: z.int().positive().optional(),
  /** Milliseconds, ahead or behind. */
  skew: z.int().optional(),
  fixed: z.iso.datetime({ offset: true }).optional(),
  /** `null`: no stamp at all; `zone`: at +02:00; `local`: no zone; `fraction`: seven digits. */
  format: z.enum(['null', 'zone', 'local', 'fraction']).optional(),
});

type Stamps = z.infer<typeof stamps>;

/** Bends the stamps of a system. */
export function bendStamps(rule: Stamps): Force {
  const { resolution, skew = 0, fixed, format } = rule;
  const bent = (at: number): { readonly at: number; readonly words: string } => {
    if (fixed !== undefined)
      return { at: Date.parse(fixed), words: `F11: stamps fixed at ${fixed}` };
    const moved = at + skew;
    const held = resolution ? Math.floor(moved / resolution) * resolution : moved;
    const words = resolution
      ? `F11: stamps held at ${resolution} ms`
      : `F11: stamps ${skew} ms off`;
    return { at: held, words };
  };
  return {
    stamped: ({ system, at }) =>
      (rule.system ?? system) === system && (resolution ?? fixed ?? rule.skew) !== undefined
        ? bent(at)
        : undefined,
    ...(format === undefined
      ? {}
      : {
          onRequests: {
            aim: rule,
            lasting: true,
            strike: ({ handling, next, say }) => {
              say(`F11: stamps written as ${format}`);
              return rewritten(next(handling), format);
            },
          },
        }),
  };
}

const stampText = /"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?( ?\+00:00|Z)"/g;

function rewritten(answer: Answer, format: NonNullable<Stamps['format']>): Answer {
  const body = answer.body.replaceAll(stampText, (text) => {
    const at = Date.parse(text.slice(1, -1).replace(' ', ''));
    return format === 'null' ? 'null' : `"${formats[format](at)}"`;
  });
  return { ...answer, body };
}

const formats = {
  zone: (at: number) => `${new Date(at + 7_200_000).toISOString().slice(0, 19)}+02:00`,
  local: (at: number) => new Date(at).toISOString().slice(0, 19),
  fraction: (at: number) => `${new Date(at).toISOString().slice(0, 23)}0000Z`,
} as const;
