import { allRequirements } from '../result/all-requirements.ts';
import type { RequirementResult, Result } from '../result/model.ts';
import { html, type Markup } from '../text/markup.ts';

/** The number of each assumption that a requirement or a finding leans on, by its words. */
export type AssumptionNumbers = ReadonlyMap<string, number>;

/** Numbers them from 1 in the document's order; the same words have one number. */
export function assumptionNumbers(result: Result): AssumptionNumbers {
  const texts = allRequirements(result).flatMap(({ findings, leansOn = [] }) => [
    ...leansOn.map(({ text }) => text),
    ...findings.flatMap(({ assumed }) => assumed ?? []),
  ]);
  return new Map([...new Set(texts)].map((text, index) => [text, index + 1]));
}

/** A link to where an assumption is said, by its words. */
export type AssumptionLink = (text: string, said: Markup) => Markup;

/** Links into the list of assumptions. */
export function linksTo(numbers: AssumptionNumbers): AssumptionLink {
  return (text, said) => html`<a href="#${anchor(numbers.get(text))}">${said}</a>`;
}

/** What a requirement leans on, named by what it is assumed of. */
export function renderLeanings({ leansOn = [] }: RequirementResult, link: AssumptionLink): Markup {
  if (leansOn.length === 0) return html``;
  const links = leansOn.map(
    ({ subject, text }, index) =>
      html`${index === 0 ? '' : ', '}${link(text, html`<code>${subject}</code>`)}`,
  );
  return html`<p class="leans">Leans on what is assumed of ${links}.</p>
`;
}

/** The list that the links lead to: each once, and what it is assumed of. */
export function renderAssumptions(result: Result, numbers: AssumptionNumbers): Markup {
  if (numbers.size === 0) return html``;
  const leanings = allRequirements(result).flatMap(({ leansOn = [] }) => leansOn);
  const items = [...numbers].map(([text, number]) => {
    const subjects = leanings.filter((each) => each.text === text).map(({ subject }) => subject);
    const named = [...new Set(subjects)].map((subject) => html`<code>${subject}</code> `);
    return html`<li id="${anchor(number)}">${named}${text}
`;
  });
  return html`<p>What requirements lean on:</p>
<ul class="assumptions">${items}</ul>
`;
}

function anchor(number: number | undefined): string {
  return `page-assumed-${number ?? 0}`;
}
