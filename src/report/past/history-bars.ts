import type { Counts } from '../../checklist/counts.ts';
import { html, type Markup } from '../text/markup.ts';

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
 * in words. One path for all bars of a kind: a page has many pictures.
 */
export function drawBars(bars: readonly Bar[], said: string): Markup {
  const heights = bars.map(({ counts }) => heightsOf(counts));
  const up = Math.max(1, ...heights.map(({ kept, open }) => kept + open));
  const down = Math.max(0, ...heights.map(({ broken }) => broken));
  const unit = (height - 2) / (up + down);
  const line = 1 + up * unit;
  const wide = bars.length * step;
  const kept = heights.map((each, at) => bar(at, { top: line - each.kept * unit, bottom: line }));
  const open = heights.map((each, at) => {
    const bottom = line - each.kept * unit;
    return bar(at, { top: bottom - each.open * unit, bottom });
  });
  const broken = heights.map((each, at) =>
    bar(at, { top: line, bottom: line + each.broken * unit }),
  );
  const turns = bars.map(({ isOtherDocument }, at) =>
    isOtherDocument ? `M${at * step} 0V${height}` : '',
  );
  return html`<svg role="img" aria-label=${said} width="100%" height=${height} viewBox="0 0 ${wide} ${height}" preserveAspectRatio="xMinYMid meet"><g fill="currentColor"><path class="passed" d=${kept.join('')} /><path class="failed" d=${broken.join('')} /></g><g fill="none" stroke="currentColor"><path class="untested" d=${open.join('')} /><path stroke-dasharray="1 3" d=${turns.join('')} /><path d="M0 ${number(line)}H${wide}" /></g></svg>`;
}

interface Span {
  /** Both from the top of the picture. */
  readonly top: number;
  readonly bottom: number;
}

/** A bar as a part of a path; none where it has no height. */
function bar(at: number, { top, bottom }: Span): string {
  if (bottom <= top) return '';
  const left = at * step + 2;
  return `M${left} ${number(top)}h${width}V${number(bottom)}h-${width}z`;
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
