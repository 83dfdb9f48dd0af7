import { type Counts, countVerdicts } from '../../checklist/counts.ts';
import { verdicts } from '../../checklist/verdict.ts';
import { uniqueNames } from '../../dataflow/ids.ts';
import { countsInWords } from '../text/counts.ts';
import { html, type Markup } from '../text/markup.ts';
import { moment } from '../text/moment.ts';
import type { History, HistoryRun } from './history.ts';
import { drawBars } from './history-bars.ts';

/**
 * Verdicts over time: for each section of the newest run a small picture, said in words
 * below it, and all runs in a folded table. Nothing where there is no run to compare with.
 */
export function renderHistory(history: History): Markup {
  const newest = history.at(-1);
  if (newest === undefined || history.length < 2) {
    return html``;
  }
  const sections = history.map(countsBySection);
  const items = [...countsBySection(newest).keys()].map((name) =>
    sectionItem(name, { runs: history, sections }),
  );
  return html`<p class="note">The last ${history.length} runs, from left to right. Above the line: requirements kept, and hollow those nobody looked at; below it: those not kept. A dotted line: the document changed.</p>
<ul class="bars">${items}</ul>
<details><summary>${history.length} runs in numbers</summary>
${allRuns(history)}</details>
`;
}

type BySection = ReadonlyMap<string, Counts>;

/** A document can have the same heading twice: the second is another section. */
function countsBySection({ sections }: HistoryRun): BySection {
  const unique = uniqueNames();
  return new Map(sections.map(({ heading, counts }) => [unique(heading), counts]));
}

interface Drawn {
  readonly runs: readonly HistoryRun[];
  /** The same runs, by section. */
  readonly sections: readonly BySection[];
}

function sectionItem(name: string, { runs, sections }: Drawn): Markup {
  const counts = sections.map((section) => section.get(name));
  const said = newestInWords(counts);
  const bars = runs.map(({ digest }, index) => ({
    counts: counts[index],
    isOtherDocument: index > 0 && runs[index - 1]?.digest !== digest,
  }));
  return html`<li>${drawBars(bars, said)}<p>${name}<small>${said}</small></p></li>
`;
}

/** `4 passed, 1 failed; the same in the 6 runs before`, or what it was in the run before. */
function newestInWords(counts: readonly (Counts | undefined)[]): string {
  const words = counts.map((each) => (each === undefined ? undefined : countsInWords(each, ', ')));
  const now = words.at(-1) ?? 'none';
  const different = words.findLastIndex((each) => each !== now);
  const alike = words.length - 2 - different;
  if (alike > 0) return `${now}; the same in the ${alike === 1 ? 'run' : `${alike} runs`} before`;
  const before = words.at(-2);
  return `${now}; ${before === undefined ? 'new in this run' : `in the run before: ${before}`}`;
}

function allRuns(history: History): Markup {
  const rows = history.toReversed().map(
    ({ started, outcome, sections, digest }) =>
      html`<tr><th scope="row">${moment(started)}</th><td>${outcome}</td><td>${countsInWords(total(sections), ', ')}</td><td><code>${digest.slice(0, 12)}</code></td></tr>
`,
  );
  return html`<table class="rows"><caption>These runs, the newest first</caption>
<thead><tr><th scope="col">Started</th><th scope="col">Outcome</th><th scope="col">Requirements</th><th scope="col">Document</th></tr></thead>
<tbody>${rows}</tbody></table>
`;
}

function total(sections: HistoryRun['sections']): Counts {
  const sum = { ...countVerdicts([]) };
  for (const { counts } of sections)
    for (const verdict of verdicts) sum[verdict] += counts[verdict];
  return sum;
}
