import { contentPolicy } from '../html/content-policy.ts';
import { screenStyle } from '../html/style/screen-style.ts';
import { shorten } from '../text/long-text.ts';
import { html, type Markup } from '../text/markup.ts';
import { spellPlainly } from '../text/visible.ts';
import type { Comparison, Group, Item, Pair } from './comparison.ts';

/** A comparison as one HTML file that loads nothing and runs no script, escaped as the report is. */
export function comparisonPage(comparison: Comparison): string {
  const { title, sentence, isWorse, identity, groups } = comparison;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content=${contentPolicy({ style: screenStyle })}>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${spellPlainly(shorten(`${sentence} - ${title}`).text)}</title>
<style>${screenStyle}</style>
</head>
<body>
<header class="top${isWorse ? ' not-accepted' : ''}">
<h1>${sentence}</h1>
<p class="document">${title}</p>
<dl class="identity">${identity.map(renderPair)}</dl>
</header>
<main>
${groups.map(renderGroup)}</main>
</body>
</html>
`.toString();
}

function renderPair({ name, before, after }: Pair): Markup {
  const value =
    before === after ? html`${after}` : html`${before} → ${after} <b class="changed">changed</b>`;
  return html`<div><dt>${name}</dt><dd>${value}</dd></div>
`;
}

function renderGroup({ heading, note, items }: Group, index: number): Markup {
  const id = `page-group-${index + 1}`;
  const noted = note === undefined ? html`` : html`<p class="note">${note}</p>`;
  return html`<section class="points" aria-labelledby=${id}>
<h2 id=${id}>${heading} (${items.length})</h2>
${noted}<ul>${items.map(renderItem)}</ul>
</section>
`;
}

function renderItem({ words, place, before, after, details }: Item): Markup {
  return html`<li>${paragraph(words)}${place === '' ? html`` : html`<p><code>${place}</code></p>`}${changed('Before', before)}${changed('After', after)}${details.map(paragraph)}</li>
`;
}

function changed(name: string, text: string | undefined): Markup {
  return text === undefined ? html`` : html`<p class="reason"><b>${name}</b> ${text}</p>`;
}

function paragraph(text: string): Markup {
  return text === '' ? html`` : html`<p>${text}</p>`;
}
