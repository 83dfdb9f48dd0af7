import type { Markup } from '../markup.ts';
import type { CheckResult, Result, SectionResult } from '../model.ts';
import { checkAnchor } from './anchors.ts';
import { bodiesInPlace, storedBodies } from './bodies.ts';
import { renderCheckBody } from './check-body.ts';
import { columnsOf } from './columns.ts';
import { pack } from './pack.ts';
import type { Lanes } from './timeline.ts';

/** As much of what did not pass as stands on the page unpacked, in characters; `report.md` 6.12. */
const inlineLimit = 400_000;

/** A pack takes sections until it holds so many characters: it is unpacked as one. */
const packLimit = 1_000_000;

/** Where the page has what its checks saw. */
export interface EvidencePlan {
  /** The bodies of checks that are on the page as they are, by the check's anchor. */
  readonly inline: ReadonlyMap<string, Markup>;
  /** Packs of all other bodies, each at the end of the first section that it is of. */
  readonly packs: ReadonlyMap<SectionResult, Markup>;
}

/**
 * What did not pass stands on the page, in the document's order, as far as the page takes it; all
 * else is packed.
 */
export function planEvidence({ sections }: Result): EvidencePlan {
  const inline = inlineBodies(sections);
  const packs = new Map<SectionResult, Markup>();
  let begun = emptyPack();
  for (const section of sections) {
    for (const placed of checksOf(section)) {
      if (inline.has(placed.anchor)) continue;
      begun.first ??= section;
      begun.add(placed);
    }
    if (begun.size() < packLimit && section !== sections.at(-1)) continue;
    if (begun.first !== undefined) packs.set(begun.first, begun.packed());
    begun = emptyPack();
  }
  return { inline, packs };
}

function inlineBodies(sections: readonly SectionResult[]): ReadonlyMap<string, Markup> {
  const bodies = new Map<string, Markup>();
  let size = 0;
  for (const { anchor, check, ...place } of sections.flatMap(checksOf)) {
    if (check.verdict === 'passed' || size > inlineLimit) continue;
    const body = renderCheckBody(check, { ...place, bodies: bodiesInPlace });
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
  packed(): Markup;
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
    add: ({ anchor, check, ...place }) => {
      const markup = renderCheckBody(check, { ...place, bodies }).toString();
      size += markup.length;
      checks.set(anchor, markup);
    },
    size: () => size,
    packed: () => {
      const columns = columnsOf([...checks.values(), ...bodies.all()]);
      return pack('pack', { checks: [...checks.keys()], ...columns });
    },
  };
}

interface PlacedCheck {
  readonly anchor: string;
  readonly requirement: string;
  readonly lanes: Lanes;
  readonly check: CheckResult;
}

function checksOf({ requirements, source, target }: SectionResult): readonly PlacedCheck[] {
  const lanes = { source, engine: 'engine', target };
  return requirements.flatMap(({ id, checks }) =>
    checks.map((check) => ({
      anchor: checkAnchor(id, check.id),
      requirement: id,
      lanes,
      check,
    })),
  );
}
