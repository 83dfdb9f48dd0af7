import { proofInWords } from '../proved/in-words.ts';
import { weighFaults } from '../proved/weigh-faults.ts';
import { allRequirements } from '../result/all-requirements.ts';
import type { RequirementProof, RequirementResult, Result, TriedFault } from '../result/model.ts';
import { grouped } from '../text/long-text.ts';
import { html, type Markup } from '../text/markup.ts';
import { anchorOf } from './anchors.ts';
import { pack } from './pack.ts';

/** The number of each fault in the page's lists of faults, by its engine's name. */
export type FaultNumbers = ReadonlyMap<string, number>;

/** Numbers the faults that were tried, from 1, in the order of the page's lists. */
export function faultNumbers(result: Result): FaultNumbers {
  const { nowhere, here, elsewhere } = weighFaults(result);
  const listed = [
    ...nowhere,
    ...[here, elsewhere].flatMap((list) => [...byKind(list).values()].flat()),
  ];
  return new Map(listed.map(({ engine }, index) => [engine, index + 1]));
}

/** Whether there is proof, in two words for the requirement's line; `''` where nothing was checked. */
export function proofWord({ checks, proof }: RequirementResult): string {
  if (proof === undefined) return checks.length === 0 ? '' : ' · no proof';
  return proof.state === 'stale' ? ' · proof out of date' : '';
}

/**
 * What a requirement's checks are proved to catch, folded: by number, since the sentences stand on
 * the page once. The page's script puts them in, and which check it was.
 */
export function renderProof(proof: RequirementProof | undefined, numbers: FaultNumbers): Markup {
  if (proof === undefined) return html``;
  const caught = new Set(proof.catches.flatMap(({ engine }) => numbers.get(engine) ?? []));
  if (caught.size === 0)
    return html`<p class="note">Every fault was tried, and its checks caught none.</p>
`;
  const faults = caught.size === 1 ? '1 fault' : `${grouped(caught.size)} faults`;
  const late = proof.state === 'stale' ? ', before they or the words changed' : '';
  return html`<details class="catches"><summary>Proved to catch ${faults}${late}</summary><p>By their numbers: <a href="#page-proof">${rangesOf(caught)}</a></p></details>
`;
}

/** `1, 4–6`: numbers in the lists of faults. */
function rangesOf(numbers: ReadonlySet<number>): string {
  const sorted = [...numbers].toSorted((a, b) => a - b);
  const starts = sorted.filter((number) => !numbers.has(number - 1));
  const ends = sorted.filter((number) => !numbers.has(number + 1));
  return starts
    .map((start, index) => (ends[index] === start ? `${start}` : `${start}–${ends[index]}`))
    .join(', ');
}

/** The lists of faults that the requirements refer to by number. */
export function renderFaults(result: Result, numbers: FaultNumbers): Markup {
  const { nowhere, here, elsewhere } = weighFaults(result);
  const lists = [
    { heading: 'Not caught', faults: nowhere, kinds: [renderKind(nowhere, numbers)] },
    ...[
      { heading: 'Caught by the checks of this document', faults: here },
      { heading: 'Caught only in documents made to show them', faults: elsewhere },
    ].map((list) => ({ ...list, kinds: renderKinds(list.faults, numbers) })),
  ].map(renderList);
  const told =
    result.tried === undefined
      ? html`<p class="note"><code>syncproof prove</code> tries every check on engines with a fault built in, and shows here which of them it catches.</p>
`
      : html`<p class="note">A check that cannot fail proves nothing. Each of these engines is right but for one fault; the checks had to notice it. <code>proof.html</code> tells of each what rang for it; two alarms or more do, where nothing else is said.</p>
${lists}${pack('caught', catches(result, numbers))}`;
  return html`<section aria-labelledby="page-proof">
<h2 id="page-proof">What the checks are proved to catch</h2>
<p>${proofInWords(result)}</p>
${told}</section>
`;
}

interface FaultList {
  readonly heading: string;
  readonly faults: readonly TriedFault[];
  readonly kinds: readonly Markup[];
}

function renderList({ heading, faults, kinds }: FaultList): Markup {
  if (faults.length === 0) return html``;
  return html`<h3>${heading} (${grouped(faults.length)})</h3>
${kinds}`;
}

/** What is caught is read kind by kind, folded; of a proof that names none all is one list. */
function renderKinds(faults: readonly TriedFault[], numbers: FaultNumbers): readonly Markup[] {
  return [...byKind(faults)].map(([kind, all]) => {
    const list = renderKind(all, numbers);
    return kind === undefined
      ? list
      : html`<details><summary>${kind} (${grouped(all.length)})</summary>
${list}</details>
`;
  });
}

function renderKind(faults: readonly TriedFault[], numbers: FaultNumbers): Markup {
  const items = faults.map(
    ({ fault, alarms }) => html`<li>${fault}${rung(alarms)}
`,
  );
  return html`<ol class="faults" start=${numbers.get(faults[0]?.engine ?? '') ?? 1}>
${items}</ol>
`;
}

/** Two alarms are what a fault is to have: where one alone rings, it is named. */
function rung([first, ...others]: readonly string[]): Markup {
  return first === undefined || others.length > 0 ? html`` : html` <i>one alarm: ${first}</i>`;
}

/** Kinds in the order in which they were tried. */
function byKind(
  faults: readonly TriedFault[],
): ReadonlyMap<string | undefined, readonly TriedFault[]> {
  return Map.groupBy(faults, ({ kind }) => kind);
}

/** Of each requirement, by its anchor, what each of its checks catches, by number. */
function catches(result: Result, numbers: FaultNumbers): readonly unknown[] {
  return allRequirements(result).flatMap(({ id, proof }) => {
    const byCheck = Map.groupBy(proof?.catches ?? [], ({ check }) => check);
    const caught = [...byCheck].map(([check, all]) => [
      check,
      all.flatMap(({ engine }) => numbers.get(engine) ?? []),
    ]);
    return caught.length === 0 ? [] : [[anchorOf(id), caught]];
  });
}
