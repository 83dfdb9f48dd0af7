import type { RequirementResult } from '../result/model.ts';
import type { Standing } from '../signatures/verify.ts';
import { html, type Markup } from '../text/markup.ts';
import { anchorOf, checkAnchor, fragment } from './anchors.ts';
import { type AssumptionLink, renderLeanings } from './assumed.ts';
import { renderCheck } from './check.ts';
import type { EvidencePlan } from './evidence/evidence-plan.ts';
import { requirementWords } from './kind-words.ts';
import { renderAnswers, renderFindings } from './notes.ts';
import { type FaultNumbers, proofWord, renderProof } from './proof.ts';
import { renderStanding, standingWord } from './standing.ts';
import { verdictMark } from './verdict-mark.ts';

/** What the rest of the page adds to a requirement. */
export interface RequirementPlace {
  readonly evidence: EvidencePlan;
  /** The requirement that fails after this one, by id, where both fail. */
  readonly nextFailing: ReadonlyMap<string, string>;
  /** Where requirements stand with their signers, by id. */
  readonly standings: ReadonlyMap<string, Standing>;
  /** The page's list of faults, for what is proved. */
  readonly faults: FaultNumbers;
  /** Leads to the page's list of assumptions. */
  readonly assumed: AssumptionLink;
  /** The day of the run, `2026-11-23`: what waivers are held against. */
  readonly day: string;
}

/** One promise: the verdict, the document's own words, why, what contradicts it, its checks. */
export function renderRequirement(requirement: RequirementResult, place: RequirementPlace): Markup {
  const { id, kind, line, text, verdict, reason, checks, proof } = requirement;
  const anchor = anchorOf(id);
  const standing = place.standings.get(id);
  const rows = checks.map((check) =>
    renderCheck(id, check, place.evidence.inline.get(checkAnchor(id, check.id))),
  );
  return html`<article class="requirement ${verdict}" id=${anchor}>
<h4>${verdictMark(verdict)} <q>${text}</q></h4>
<div class="rest">
<p class="place"><a class="self" href=${fragment(anchor)}>${id}</a> · line ${line} · ${requirementWords[kind]}${proofWord(requirement)} · ${standingWord(standing)}</p>
<p class="reason">${reason}</p>
${renderAnswers(requirement, place.day)}${renderStanding(standing)}${renderFindings(requirement, place.assumed)}${renderProof(proof, place.faults)}${rows}${renderLeanings(requirement, place.assumed)}${nextLink(place.nextFailing.get(id))}</div>
</article>
`;
}

function nextLink(id: string | undefined): Markup {
  if (id === undefined) return html``;
  return html`<p class="next"><a href=${fragment(anchorOf(id))}>Next that fails: ${id}</a></p>
`;
}
