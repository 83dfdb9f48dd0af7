import { grouped } from '../long-text.ts';
import { html, type Markup } from '../markup.ts';
import type { Catch, RequirementProof, RequirementResult, Result, TriedFault } from '../model.ts';
import { type Caught, catchesByEngine, proofInWords } from '../proved/in-words.ts';

/** The number of each fault in the page's list of faults, by its engine's name. */
export type FaultNumbers = ReadonlyMap<string, number>;

/** Numbers the faults that were tried, from 1, in their order. */
export function faultNumbers({ tried = [] }: Result): FaultNumbers {
  return new Map(tried.map(({ engine }, index) => [engine, index + 1]));
}

/** Whether there is proof, in two words for the requirement's line; `''` where nothing was checked. */
export function proofWord({ checks, proof }: RequirementResult): string {
  if (proof === undefined) return checks.length === 0 ? '' : ' · no proof';
  return proof.state === 'stale' ? ' · proof out of date' : '';
}

/** What a requirement's checks are proved to catch, folded: by number, the sentences stand once. */
export function renderProof(proof: RequirementProof | undefined, numbers: FaultNumbers): Markup {
  if (proof === undefined) return html``;
  const engines = new Set(proof.catches.map(({ engine }) => engine)).size;
  if (engines === 0)
    return html`<p class="note">Every fault was tried, and its checks caught none.</p>
`;
  const faults = engines === 1 ? '1 fault' : `${grouped(engines)} faults`;
  const late = proof.state === 'stale' ? ', before they or the words changed' : '';
  const byCheck = [...Map.groupBy(proof.catches, ({ check }) => check)].map(
    ([check, catches]) =>
      html`<p><code>${check}</code>: <a href="#page-proof">${rangesOf(catches, numbers)}</a></p>`,
  );
  return html`<details class="catches"><summary>Proved to catch ${faults}${late}</summary>${byCheck}</details>
`;
}

/** `1, 4–6`: numbers in the list of faults. */
function rangesOf(catches: readonly Catch[], numbers: FaultNumbers): string {
  const sorted = [...new Set(catches.flatMap(({ engine }) => numbers.get(engine) ?? []))].toSorted(
    (a, b) => a - b,
  );
  const starts = sorted.filter((number) => !sorted.includes(number - 1));
  const ends = sorted.filter((number) => !sorted.includes(number + 1));
  return starts
    .map((start, index) => (ends[index] === start ? `${start}` : `${start}–${ends[index]}`))
    .join(', ');
}

/** The list of faults that the requirements refer to by number. */
export function renderFaults(result: Result): Markup {
  const catches = catchesByEngine(result);
  const items = (result.tried ?? []).map((fault) =>
    renderFault(fault, catches.get(fault.engine) ?? []),
  );
  const list =
    items.length === 0
      ? html`<p class="note"><code>syncproof prove</code> tries every check on engines with a fault built in, and shows here which of them it catches.</p>
`
      : html`<p class="note">A check that cannot fail proves nothing. Each of these engines is right but for one fault; the checks had to notice it.</p>
<ol class="faults">${items}</ol>
`;
  return html`<section aria-labelledby="page-proof">
<h2 id="page-proof">What the checks are proved to catch</h2>
<p>${proofInWords(result)}</p>
${list}</section>
`;
}

function renderFault({ engine, fault }: TriedFault, catches: readonly Caught[]): Markup {
  const requirements = new Set(catches.map(({ requirement }) => requirement)).size;
  const laws = [...new Set(catches.map(({ law }) => law))].join(', ');
  const noun = requirements === 1 ? '1 requirement' : `${grouped(requirements)} requirements`;
  const caught =
    requirements === 0
      ? html`<b class="assumed">not caught here</b>`
      : html`caught at ${noun}, by ${laws}`;
  return html`<li>${fault} <small><code>${engine}</code> ${caught}</small></li>
`;
}
