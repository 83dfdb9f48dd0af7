import { allRequirements } from '../../src/report/result/all-requirements.ts';
import type { Result } from '../../src/report/result/model.ts';
import { html, type Markup } from '../../src/report/text/markup.ts';

/**
 * The same checks as anybody would write them first: a row that opens for each, and nothing else.
 * What the machine takes for this one tells how fast the machine is.
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
