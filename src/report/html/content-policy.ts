import { createHash } from 'node:crypto';
import type { Markup } from '../text/markup.ts';

interface Sources {
  readonly style: Markup;
  readonly script?: Markup;
}

/** What a page of ours allows itself: its one style, its one script if it has one, and no more. */
export function contentPolicy({ style, script }: Sources): string {
  const scripts = script === undefined ? '' : ` script-src '${hashOf(script)}';`;
  return `default-src 'none'; style-src '${hashOf(style)}';${scripts} base-uri 'none'; form-action 'none'`;
}

/** What a content security policy names an inline style or script by. */
function hashOf(source: Markup): string {
  return `sha256-${createHash('sha256').update(source.toString(), 'utf8').digest('base64')}`;
}
