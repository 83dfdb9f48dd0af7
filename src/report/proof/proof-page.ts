import { contentPolicy } from '../html/content-policy.ts';
import { screenStyle } from '../html/style/screen-style.ts';
import { html, type Markup } from '../text/markup.ts';
import { spellPlainly } from '../text/visible.ts';
import { alarmWords } from './alarm-words.ts';
import { falseAlarms, isProved, type Matrix, type MatrixRow } from './matrix.ts';
import { matrixTable } from './matrix-table.ts';
import type { Proof, Ring } from './proof.ts';
import { proofSentence } from './proof-sentence.ts';
import { isRight } from './standing.ts';

/** A proof as one HTML file that loads nothing and runs no script: fault by fault, what caught it. */
export function proofPage(proof: Proof, matrix: Matrix): string {
  const sentence = proofSentence(proof, matrix);
  const { document, reference, seed } = proof;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content=${contentPolicy({ style: screenStyle })}>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${spellPlainly(`${sentence} - ${document.title}`)}</title>
<style>${screenStyle}</style>
</head>
<body>
<header class="top${isProved(proof) ? '' : ' not-accepted'}">
<h1>${sentence}</h1>
<p class="document">${document.title}</p>
<p>Each engine below is right but for one fault. The engine that is right was played ${reference.scenes} scenes and ${reference.histories} random histories with seed ${seed}.</p>
</header>
<main>
${points('False alarms', falseAlarms(proof))}${matrixTable(proof, matrix)}${faults(matrix.rows)}${checksOf(matrix)}${lawsOf(matrix)}</main>
</body>
</html>
`.toString();
}

function faults(rows: readonly MatrixRow[]): Markup {
  return html`<section class="points" aria-labelledby="faults">
<h2 id="faults">Faults (${rows.length})</h2>
${rows.map(faultOf)}</section>
`;
}

function faultOf({ engine, standing, alarms, requirements }: MatrixRow): Markup {
  const { name, fault, row, rings, behind = [], scenes, single } = engine;
  const all = [...rings, ...behind];
  const right = all.filter((ring) => isRight(engine, ring));
  const others = all.length - right.length;
  const caught =
    alarms.length === 0 ? 'Nothing rang for it' : `Caught ${standing}: ${alarmWords(alarms)}`;
  return html`<details id=${name}><summary><b>${fault}</b> <code>${name}</code>${row === undefined || row === name ? '' : html` of <code>${row}</code>`}. ${caught}.</summary>
<p>Played in ${scenes} scenes; ${right.length} rang for what it does wrong, ${others} for something else; ${requirements.length} requirements of this document catch it.</p>
${
  single === undefined
    ? ''
    : html`<p>One alarm only: ${single}</p>
`
}<ul>${right.slice(0, shown).map(ringOf)}</ul>
${right.length > shown ? html`<p>${right.length - shown} more are in proof.json.</p>` : ''}</details>
`;
}

/** How many scenes the page tells of a fault; the rest is in `proof.json`. */
const shown = 6;

function ringOf({ document, requirement, check, law, reason }: Ring): Markup {
  return html`<li><b>${law}</b> in <code>${requirement}#${check}</code>, ${document}: ${reason}</li>
`;
}

function checksOf({ checks }: Matrix): Markup {
  const idle = checks.filter(({ catches }) => catches.length === 0);
  const rows = checks.map(
    ({ check, catches, alone }) =>
      html`<tr><th scope="row"><code>${check}</code></th><td>${catches.length}</td><td>${alone.join(', ')}</td></tr>
`,
  );
  return html`${points(
    'Checks that catch nothing',
    idle.map(({ check }) => check),
  )}<section class="points" aria-labelledby="checks">
<h2 id="checks">Checks (${checks.length})</h2>
<table><caption>How many faults each check of the document catches</caption>
<thead><tr><th scope="col">Check</th><th scope="col">Catches</th><th scope="col">Alone</th></tr></thead>
<tbody>${rows}</tbody></table>
</section>
`;
}

function lawsOf({ laws }: Matrix): Markup {
  const pillars = laws.filter(({ alone }) => alone.length > 0);
  return points(
    'Laws without which a fault survives',
    pillars.map(({ law, alone }) => `${law}: ${alone.join(', ')}`),
  );
}

function points(heading: string, items: readonly string[]): Markup {
  if (items.length === 0) return html``;
  const id = heading.toLowerCase().replaceAll(' ', '-');
  return html`<section class="points" aria-labelledby=${id}>
<h2 id=${id}>${heading} (${items.length})</h2>
<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>
</section>
`;
}
