import { gzipSync } from 'node:zlib';
import { html, inert, type Markup } from '../text/markup.ts';

/** Plain data that only the page's script reads: gzip of JSON, in base 91. */
export function pack(classes: string, data: unknown): Markup {
  const bytes = gzipSync(JSON.stringify(data), { level: 9 });
  return html`<script type="application/octet-stream" class=${classes}>${inert(bytes)}</script>
`;
}
