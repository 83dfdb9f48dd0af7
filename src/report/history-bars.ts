import type { Counts } from '../checklist/counts.ts';
import { html, type Markup } from './markup.ts';

/** One run in a section's picture. */
export interface Bar {
  /** Undefined where the run's document did not have the section. */
  readonly counts: Counts | undefined;
  /** Whether the run was of another document than the one before. */
  readonly isOtherDocument: boolean;
}

/** In pixels of the picture. */
const step = 8;
const width = 5;
const height = 36;

/**
 * A section's runs as a picture that needs no style and no colour, and shrinks where it must: kept
 * stands filled above the line, open hollow above it, not kept hangs below. `said` is the picture
 * in words.
 */
export function drawBars(bars: readonly Bar[], said: string): Markup {
  const heights = bars.map(({ counts }) => heightsOf(counts));
  const up = Math.max(1, ...heights.map(({ kept, open }) => kept + open));
  const down = Math.max(0, ...heights.map(({ broken }) => broken));
  const unit = (height - 2) / (up + down);
  const line = 1 + up * unit;
  const wide = bars.length * step;
  return html`<svg role="img" aria-label=${said} width="100%" height=${height} viewBox="0 0 ${wide} ${height}" preserveAspectRatio="xMinYMid meet">
${bars.map((bar, index) => drawBar(bar, { left: index * step + 2, line, unit }))}<path d="M0 ${number(line)}H${wide}" stroke="currentColor" fill="none"/></svg>`;
}

interface Place {
  readonly left: number;
  /** Where the line is between kept and not kept, from the top. */
  readonly line: number;
  /** One requirement's height. */
  readonly unit: number;
}

function drawBar({ counts, isOtherDocument }: Bar, { left, line, unit }: Place): Markup {
  const { kept, open, broken } = heightsOf(counts);
  const top = line - kept * unit;
  const mark = html`<path d="M${left - 2} 0V${height}" stroke="currentColor" stroke-dasharray="1 3" fill="none"/>`;
  return html`${isOtherDocument ? mark : html``}${rectangle({ left, top, tall: kept * unit, look: 'passed' })}${rectangle({ left, top: top - open * unit, tall: open * unit, look: 'untested' })}${rectangle({ left, top: line, tall: broken * unit, look: 'failed' })}
`;
}

interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly tall: number;
  readonly look: 'passed' | 'untested' | 'failed';
}

function rectangle({ left, top, tall, look }: Rectangle): Markup {
  if (tall === 0) return html``;
  if (look !== 'untested') {
    return html`<rect class="verdict ${look}" fill="currentColor" x="${left}" y="${number(top)}" width="${width}" height="${number(tall)}"/>`;
  }
  return html`<rect class="verdict untested" fill="none" stroke="currentColor" x="${left + 0.5}" y="${number(top + 0.5)}" width="${width - 1}" height="${number(Math.max(tall - 1, 0.5))}"/>`;
}

function heightsOf(
  counts: Counts | undefined,
): Readonly<Record<'kept' | 'open' | 'broken', number>> {
  if (counts === undefined) return { kept: 0, open: 0, broken: 0 };
  const { passed, waived, failed, inconclusive, blocked, untested, manual } = counts;
  return {
    kept: passed + waived,
    open: blocked + untested + manual,
    broken: failed + inconclusive,
  };
}

function number(of: number): string {
  return String(Math.round(of * 10) / 10);
}
