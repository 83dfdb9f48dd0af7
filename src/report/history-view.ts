import { type Counts, countVerdicts } from '../checklist/counts.ts';
import { verdicts } from '../checklist/verdict.ts';
import { uniqueNames } from '../dataflow/ids.ts';
import { countsInWords } from './counts.ts';
import type { History, HistoryRun } from './history.ts';
import { drawBars } from './history-bars.ts';
import { html, type Markup } from './markup.ts';

/** So many runs are drawn; the table below the picture has all. */
const mostDrawn = 60;

/**
 * Verdicts over time: for each section of the newest run a row with a small picture, said in
 * words beside it, and all runs in a folded table. Nothing where there is no run to compare with.
 */
export function renderHistory(history: History): Markup {
  const newest = history.at(-1);
  if (newest === undefined || history.length < 2) {
    return html`<p>No earlier run to compare with.</p>
`;
  }
  const drawn = history.slice(-mostDrawn);
  const sections = drawn.map(countsBySection);
  const rows = [...countsBySection(newest).keys()].map((name) => sectionRow(name, drawn, sections));
  return html`<table class="rows history">
<caption>The last ${drawn.length} runs, from left to right. Above the line: requirements kept, and hollow those nobody looked at; below it: those not kept. A dotted line: the document changed.</caption>
<thead><tr><th scope="col">Section</th><th scope="col">Runs</th><th scope="col">Newest run</th></tr></thead>
<tbody>${rows}</tbody></table>
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

function sectionRow(
  name: string,
  runs: readonly HistoryRun[],
  sections: readonly BySection[],
): Markup {
  const counts = sections.map((section) => section.get(name));
  const said = newestInWords(counts);
  const bars = runs.map(({ digest }, index) => ({
    counts: counts[index],
    isOtherDocument: index > 0 && runs[index - 1]?.digest !== digest,
  }));
  return html`<tr><th scope="row">${name}</th><td>${drawBars(bars, said)}</td><td>${said}</td></tr>
`;
}

/** `4 passed, 1 failed; as in the 6 runs before` or `...; before: 5 passed`. */
function newestInWords(counts: readonly (Counts | undefined)[]): string {
  const words = counts.map((each) => (each === undefined ? undefined : countsInWords(each, ', ')));
  const now = words.at(-1) ?? 'none';
  const different = words.findLastIndex((each) => each !== now);
  const alike = words.length - 2 - different;
  if (alike > 0) return `${now}; as in the run${alike === 1 ? '' : `s ${alike} times`} before`;
  const before = words.at(-2);
  return `${now}; ${before === undefined ? 'new in this run' : `in the run before: ${before}`}`;
}

function allRuns(history: History): Markup {
  const rows = history.toReversed().map(
    ({ started, outcome, sections, seed, engine, digest }) =>
      html`<tr><th scope="row">${started}</th><td>${outcome}</td><td>${countsInWords(total(sections), ', ')}</td><td>${seed}</td><td>${engine}</td><td><code>${digest.slice(0, 12)}</code></td></tr>
`,
  );
  return html`<table class="rows"><caption>Every run that is kept, the newest first</caption>
<thead><tr><th scope="col">Started</th><th scope="col">Outcome</th><th scope="col">Requirements</th><th scope="col">Seed</th><th scope="col">Engine</th><th scope="col">Document</th></tr></thead>
<tbody>${rows}</tbody></table>
`;
}

function total(sections: HistoryRun['sections']): Counts {
  const sum = { ...countVerdicts([]) };
  for (const { counts } of sections)
    for (const verdict of verdicts) sum[verdict] += counts[verdict];
  return sum;
}
