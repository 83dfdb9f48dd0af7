import { gzipSync } from 'node:zlib';
import { base64, html, type Markup } from '../markup.ts';

/** Plain data that only the page's script reads: gzip of JSON, as base64. */
export function pack(kind: string, data: unknown): Markup {
  const bytes = gzipSync(JSON.stringify(data), { level: 9 });
  return html`<script type="application/octet-stream" class=${kind}>${base64(bytes)}</script>
`;
}
