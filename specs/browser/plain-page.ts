import { allRequirements } from '../../src/report/result/all-requirements.ts';
import type { Result } from '../../src/report/result/model.ts';
import { html, type Markup } from '../../src/report/text/markup.ts';

/**
 * As little as a page of the same checks can be: a row for each, and nothing else. What the
 * machine takes for this one is what no page can do without.
 */
export function plainPage(result: Result): string {
  const rows = allRequirements(result).flatMap(({ id, checks }) =>
    checks.map(
      ({ id: check, title, verdict, reason }) =>
        html`<details id="${id}:${check}"><summary><b>${verdict}</b> <a href="#${id}:${check}">${check}</a> <span>${title}</span></summary><p>${reason}</p></details>`,
    ),
  );
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Plain</title><style>section{content-visibility:auto;contain-intrinsic-size:auto 60rem}</style></head>
<body>${sections(rows)}</body></html>`.toString();
}

const inSection = 200;

function sections(rows: readonly Markup[]): readonly Markup[] {
  const starts = rows.map((_, index) => index).filter((index) => index % inSection === 0);
  return starts.map((start) => html`<section>${rows.slice(start, start + inSection)}</section>`);
}
