import type { Line } from './lines.ts';
import { longestHeading, splitNames } from './names.ts';
import { readStatement } from './sentences.ts';

/** A heading with its underline, and the lines below them down to the next heading. */
export interface Part {
  readonly heading: Line;
  readonly underline: Line;
  readonly body: readonly Line[];
}

/** The document cut at its headings; `front` is what stands before the first one. */
export interface Parts {
  readonly front: readonly Line[];
  readonly parts: readonly Part[];
}

/** How far above its underline a heading is looked for, past lines that got between them. */
const farthestHeading = 4;

/** Cuts the document at its headings: lines with a run of `-` below (dataflow-format.md, Shape). */
export function splitParts(lines: readonly Line[]): Parts {
  const marks = lines
    .filter(({ shape }) => shape === 'dashes')
    .flatMap((underline) => {
      const heading = headingOver(underline, lines);
      return heading === undefined ? [] : [{ heading, underline }];
    });
  const starts = marks.map(({ heading }) => heading.number - 1);
  const parts = marks.map(({ heading, underline }, index) => ({
    heading,
    underline,
    body: lines.slice(underline.number, starts[index + 1]),
  }));
  return { front: lines.slice(0, starts[0]), parts };
}

/** Whether this is the one part that promises nothing; older documents end its name in a stop. */
export function isIntroduction({ heading }: Part): boolean {
  return isIntroductionHeading(heading.content);
}

function isIntroductionHeading(content: string): boolean {
  return content === 'Introduction' || content === 'Introduction.';
}

/** The likeliest of the lines above a run of `-` to be underlined by it; of equals the nearest. */
function headingOver(underline: Line, lines: readonly Line[]): Line | undefined {
  const end = underline.number - 1;
  let best: Line | undefined;
  let bestWeight = 0;
  for (let index = end - 1; index >= Math.max(0, end - farthestHeading); index--) {
    const line = lines[index];
    if (line?.shape !== 'text') break;
    const weight = weightAsHeading(line, underline);
    if (weight > bestWeight) [best, bestWeight] = [line, weight];
  }
  return best;
}

/** A heading has its underline's length, but that of `Introduction.` is known to be too short. */
function weightAsHeading({ text, content }: Line, underline: Line): number {
  if (isIntroductionHeading(content)) return 4;
  if (content.length > longestHeading) return 0;
  const isAsLong =
    text.length === underline.text.length || content.length === underline.content.length;
  const isLikely = splitNames(content).length > 0 && readStatement(content) === undefined;
  return (isAsLong ? 2 : 0) + (isLikely ? 1 : 0);
}
