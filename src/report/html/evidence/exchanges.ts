import { Buffer } from 'node:buffer';
import type { Exchange } from '../../../evidence/evidence.ts';
import { grouped } from '../../text/long-text.ts';
import { html, type Markup } from '../../text/markup.ts';
import type { Telling } from './telling.ts';

/** Requests and their answers, folded, side by side. */
export function renderExchanges(exchanges: readonly Exchange[], told: Telling): Markup {
  if (exchanges.length === 0) return html``;
  return html`${told.part('Exchanges')}
${exchanges.map((exchange) => renderExchange(exchange, told))}`;
}

function renderExchange(exchange: Exchange, told: Telling): Markup {
  const { number, system, method, url, status, request, response, fault } = exchange;
  const half = (name: string, body: string): Markup =>
    html`<div>${told.half(name)}${bodyOf(body, told)}</div>`;
  const answer = status === 0 ? 'no answer, the connection broke' : String(status);
  return html`<details class="exchange">
<summary>${number} <code>${method} ${url}</code> → <b>${answer}</b> <small>${system}, ${size(request)} / ${size(response)}</small>${faultNote(fault)}</summary>
<div class="pair">${half('Request', request)}${half('Response', response)}</div>
</details>
`;
}

function faultNote(fault: string | undefined): Markup {
  return fault === undefined ? html`` : html` <span class="fault">injected: ${fault}</span>`;
}

function bodyOf(text: string, { bodies }: Telling): Markup {
  return text === '' ? html`<p><i>no body</i></p>` : bodies.written(text);
}

function size(text: string): string {
  return `${grouped(Buffer.byteLength(text))} B`;
}
