import { Buffer } from 'node:buffer';
import type { Exchange } from '../../evidence/evidence.ts';
import { grouped } from '../long-text.ts';
import { html, type Markup } from '../markup.ts';
import type { Bodies } from './bodies.ts';

/** Requests and their answers, folded, side by side. */
export function renderExchanges(exchanges: readonly Exchange[], bodies: Bodies): Markup {
  if (exchanges.length === 0) return html``;
  return html`<h5>Exchanges</h5>
${exchanges.map((exchange) => renderExchange(exchange, bodies))}`;
}

function renderExchange(exchange: Exchange, bodies: Bodies): Markup {
  const { number, system, method, url, status, request, response, fault } = exchange;
  const answer = status === 0 ? 'no answer, the connection broke' : String(status);
  return html`<details class="exchange">
<summary>${number} <code>${method} ${url}</code> → <b>${answer}</b> <small>${system}, ${size(request)} / ${size(response)}</small>${faultNote(fault)}</summary>
<div class="pair">${half('Request', bodyOf(request, bodies))}${half('Response', bodyOf(response, bodies))}</div>
</details>
`;
}

function faultNote(fault: string | undefined): Markup {
  return fault === undefined ? html`` : html` <span class="fault">injected: ${fault}</span>`;
}

function half(name: string, body: Markup): Markup {
  return html`<div><h6>${name}</h6>${body}</div>`;
}

function bodyOf(text: string, bodies: Bodies): Markup {
  return text === '' ? html`<p><i>no body</i></p>` : bodies.written(text);
}

function size(text: string): string {
  return `${grouped(Buffer.byteLength(text))} B`;
}
