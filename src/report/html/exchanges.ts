import { Buffer } from 'node:buffer';
import type { Exchange } from '../../evidence/evidence.ts';
import { grouped } from '../long-text.ts';
import { html, type Markup } from '../markup.ts';
import { layOutJson } from './json-layout.ts';

/** Requests and their answers, folded, side by side. */
export function renderExchanges(exchanges: readonly Exchange[]): Markup {
  if (exchanges.length === 0) return html``;
  return html`<h5>Exchanges</h5>
${exchanges.map(renderExchange)}`;
}

function renderExchange(exchange: Exchange): Markup {
  const { number, system, method, url, status, request, response, fault } = exchange;
  const answer = status === 0 ? 'no answer, the connection broke' : String(status);
  return html`<details class="exchange">
<summary>${number} <code>${method} ${url}</code> → <b>${answer}</b> <small>${system}, ${size(request)} / ${size(response)}</small>${faultNote(fault)}</summary>
<div class="pair">${body('Request', request)}${body('Response', response)}</div>
</details>
`;
}

function faultNote(fault: string | undefined): Markup {
  return fault === undefined ? html`` : html` <span class="fault">injected: ${fault}</span>`;
}

function body(name: string, text: string): Markup {
  const shown = text === '' ? html`<p><i>no body</i></p>` : html`<pre>${layOutJson(text)}</pre>`;
  return html`<div><h6>${name}</h6>${shown}</div>`;
}

function size(text: string): string {
  return `${grouped(Buffer.byteLength(text))} B`;
}
