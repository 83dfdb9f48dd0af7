import { gzipSync } from 'node:zlib';
import { base64, html, type Markup } from '../markup.ts';
import type { CheckResult, Result, SectionResult } from '../model.ts';
import { checkAnchor } from './anchors.ts';
import { bodiesInPlace, storedBodies } from './bodies.ts';
import { renderCheckBody } from './check-body.ts';
import { tagCodes } from './tag-codes.ts';
import type { Lanes } from './timeline.ts';

/** As much of what did not pass as stands on the page unpacked, in characters; `report.md` 6.12. */
const inlineLimit = 1_000_000;

/** The bodies of checks that are on the page as they are, by the check's anchor. */
export type InlineBodies = ReadonlyMap<string, Markup>;

/** What each lane of a section's stories is called. */
function lanesOf({ source, target }: SectionResult): Lanes {
  return { source, engine: 'engine', target };
}

/**
 * The bodies of what did not pass, in the document's order, as far as the page takes them; and of
 * checks without evidence, which cost nothing. All others are packed.
 */
export function inlineBodies(result: Result): InlineBodies {
  const bodies = new Map<string, Markup>();
  let size = 0;
  for (const section of result.sections) {
    for (const { anchor, requirement, check } of checksOf(section)) {
      if (check.verdict === 'passed' || size > inlineLimit) continue;
      const place = { requirement, lanes: lanesOf(section), bodies: bodiesInPlace };
      const body = renderCheckBody(check, place);
      size += body.toString().length;
      if (size <= inlineLimit) bodies.set(anchor, body);
    }
  }
  return bodies;
}

/**
 * All other bodies of a section: gzip of JSON as base64, which nothing reads but the page's own
 * script. `checks` has markup by anchor, `bodies` what their `data-body` numbers stand for, and
 * `tags` what private-use characters do in all of them.
 */
export function packedBodies(section: SectionResult, inline: InlineBodies): Markup {
  const bodies = storedBodies();
  const tags = tagCodes();
  const lanes = lanesOf(section);
  const packed = checksOf(section)
    .filter(({ anchor }) => !inline.has(anchor))
    .map(({ anchor, requirement, check }) => [
      anchor,
      tags.coded(renderCheckBody(check, { requirement, lanes, bodies }).toString()),
    ]);
  if (packed.length === 0) return html``;
  const stored = bodies.all().map(tags.coded);
  return pack('pack', { checks: Object.fromEntries(packed), bodies: stored, tags: tags.all() });
}

/** Plain data that only the page's script reads. */
export function pack(kind: string, data: unknown): Markup {
  const bytes = gzipSync(JSON.stringify(data), { level: 9 });
  return html`<script type="application/octet-stream" class=${kind}>${base64(bytes)}</script>
`;
}

interface PlacedCheck {
  readonly anchor: string;
  readonly requirement: string;
  readonly check: CheckResult;
}

function checksOf({ requirements }: SectionResult): readonly PlacedCheck[] {
  return requirements.flatMap(({ id, checks }) =>
    checks.map((check) => ({ anchor: checkAnchor(id, check.id), requirement: id, check })),
  );
}
