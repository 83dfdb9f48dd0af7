import type { Result, SectionResult } from '../../result/model.ts';
import type { Markup } from '../../text/markup.ts';
import { checkAnchor, checkLink, fragment } from '../anchors.ts';
import { pack } from '../pack.ts';
import { sectionAnchor } from '../section-anchor.ts';
import { bodiesInPlace, storedBodies } from './bodies.ts';
import { renderCheckBody } from './check-body.ts';
import { columnsOf } from './columns.ts';
import { type PlacedCheck, placedChecks } from './placed-check.ts';
import { inPage } from './telling.ts';

/** As much of what did not pass as stands on the page unpacked, in characters; `report.md` 6.12. */
const inlineLimit = 400_000;

/** A pack takes sections until it holds so many characters: it is unpacked as one. */
const packLimit = 1_000_000;

/** Where the page has what its checks saw. */
export interface EvidencePlan {
  /** The bodies of checks that are on the page as they are, by the check's anchor. */
  readonly inline: ReadonlyMap<string, Markup>;
  /** Packs of all other bodies, in order, each with its first section's anchor for a class. */
  readonly packs: readonly Markup[];
}

/**
 * What did not pass stands on the page, in the document's order, as far as the page takes it; all
 * else is packed.
 */
export function planEvidence({ sections }: Result): EvidencePlan {
  const inline = inlineBodies(sections);
  const packs: Markup[] = [];
  let begun = emptyPack();
  for (const section of sections) {
    for (const placed of placedChecks(section)) {
      if (inline.has(anchorOf(placed))) continue;
      begun.first ??= section;
      begun.add(placed);
    }
    if (begun.size() < packLimit && section !== sections.at(-1)) continue;
    if (begun.first !== undefined) packs.push(begun.packed(begun.first));
    begun = emptyPack();
  }
  return { inline, packs };
}

function inlineBodies(sections: readonly SectionResult[]): ReadonlyMap<string, Markup> {
  const bodies = new Map<string, Markup>();
  let size = 0;
  for (const placed of sections.flatMap(placedChecks)) {
    if (placed.check.verdict === 'passed' || size > inlineLimit) continue;
    const anchor = anchorOf(placed);
    const body = renderCheckBody(placed, { ...inPage(bodiesInPlace), self: fragment(anchor) });
    size += body.toString().length;
    if (size <= inlineLimit) bodies.set(anchor, body);
  }
  return bodies;
}

interface BegunPack {
  first: SectionResult | undefined;
  add(placed: PlacedCheck): void;
  /** In characters, as far as they are known. */
  size(): number;
  packed(first: SectionResult): Markup;
}

/**
 * `checks` are the anchors of the checks whose bodies are the first pieces; the pieces after them
 * are what `data-body` numbers stand for.
 */
function emptyPack(): BegunPack {
  const bodies = storedBodies();
  const checks = new Map<string, string>();
  let size = 0;
  return {
    first: undefined,
    add: (placed) => {
      const self = checkLink(placed.requirement, placed.check.id);
      const markup = renderCheckBody(placed, { ...inPage(bodies), self }).toString();
      size += markup.length;
      checks.set(anchorOf(placed), markup);
    },
    size: () => size,
    packed: (first) => {
      const columns = columnsOf([...checks.values(), ...bodies.all()]);
      return pack(`pack ${sectionAnchor(first)}`, { checks: [...checks.keys()], ...columns });
    },
  };
}

function anchorOf({ requirement, check }: PlacedCheck): string {
  return checkAnchor(requirement, check.id);
}
