import { allRequirements } from '../result/all-requirements.ts';
import type { RequirementResult, Result } from '../result/model.ts';
import { bounds } from '../signatures/bound.ts';
import type { Signature, Signoff } from '../signatures/signoff.ts';
import type { Standing, Verified } from '../signatures/verify.ts';
import { grouped } from '../text/long-text.ts';
import { html, type Markup } from '../text/markup.ts';
import { anchorOf, fragment } from './anchors.ts';
import { pack } from './pack.ts';
import { signer, standingWord } from './standing.ts';
import { verdictMark } from './verdict-mark.ts';

/** Lists of no more requirements stand open. */
const atOnce = 40;

interface SignOff {
  readonly result: Result;
  readonly signoff: Signoff;
  readonly verified: Verified;
}

/** Who signed what, what is to be signed anew, and the form and the sheet to sign it with. */
export function renderSignOff({ result, signoff, verified }: SignOff): Markup {
  const requirements = allRequirements(result);
  const bound = bounds(result);
  const data =
    bound === undefined
      ? html`<p class="note">This result cannot be signed here: it does not say what the APIs were taken to do.</p>
`
      : html`${form}${pack('signing', { result: verified.digest, signoff, requirements: [...bound] })}`;
  return html`<section class="sign-off" aria-labelledby="page-sign-off">
<h2 id="page-sign-off">Sign-off</h2>
<p>${signedInWords(result, verified)} A signature holds for a requirement as it stands here: its words, its checks, its verdict, the engine, and what the APIs are taken to do. When one of them changes, it lapses.</p>
${anew(requirements, verified)}${gone(verified.gone)}${sheet(requirements, verified)}${data}</section>
`;
}

/** `5 of 7 requirements are signed; 1 signature lapsed.` */
export function signedInWords(result: Result, { standings }: Verified): string {
  const states = allRequirements(result).map(({ id }) => standings.get(id)?.state ?? 'unsigned');
  const count = (state: string): number => states.filter((each) => each === state).length;
  const total = `${grouped(states.length)} ${states.length === 1 ? 'requirement' : 'requirements'}`;
  const signed = count('signed');
  const parts = [
    signed === 0 ? `None of ${total} is signed` : `${grouped(signed)} of ${total} signed`,
    ...(['rejected', 'lapsed', 'altered'] as const)
      .filter((state) => count(state) > 0)
      .map((state) => `${grouped(count(state))} ${state}`),
  ];
  return `${parts.join('; ')}.`;
}

const toBeAnew: readonly Standing['state'][] = ['lapsed', 'altered', 'rejected'];

/** What signers have to look at again; what nobody signed yet is in the list of all. */
function anew(requirements: readonly RequirementResult[], { standings }: Verified): Markup {
  const items = requirements.flatMap(({ id }) => {
    const standing = standings.get(id);
    if (standing === undefined || !toBeAnew.includes(standing.state)) return [];
    const reasons = standing.signatures.flatMap(({ signature, lapses }) =>
      lapses.length > 0 ? lapses : [signature.remark],
    );
    return html`<li><a href=${fragment(anchorOf(id))}>${id}</a> <small>${standingWord(standing)}: ${reasons.join(' ')}</small></li>
`;
  });
  if (items.length === 0) return html``;
  return html`<h3>To be signed anew</h3>
<ul class="plain">${items}</ul>
`;
}

function gone(signatures: readonly Signature[]): Markup {
  if (signatures.length === 0) return html``;
  const items = signatures.map(
    (signature) =>
      html`<li><code>${signature.requirement}</code> <small>signed by ${signer(signature)}: <q>${signature.bound.text}</q></small></li>
`,
  );
  return html`<h3>Signed, and no longer in the document</h3>
<ul class="plain">${items}</ul>
`;
}

function sheet(requirements: readonly RequirementResult[], { standings }: Verified): Markup {
  const rows = requirements.map(
    ({ id, verdict }) =>
      html`<tr><th scope="row"><a href=${fragment(anchorOf(id))}>${id}</a><td>${verdictMark(verdict)}<td>${standingWord(standings.get(id))}
`,
  );
  const open = requirements.length <= atOnce ? html` open` : html``;
  return html`<details class="sheet"${open}><summary>Every requirement, with a line to sign on paper</summary>
<table class="rows"><caption>Accepted by</caption>
<colgroup><col span="6"></colgroup>
<thead><tr><th scope="col">Requirement</th><th scope="col">Verdict</th><th scope="col">Signature</th><th scope="col">Name and role</th><th scope="col">Date</th><th scope="col">Signed by hand</th></tr></thead>
<tbody>${rows}</tbody></table>
</details>
`;
}

/** Shown by the page's script, without which it could do nothing. */
const form = html`<form id="page-sign" hidden>
<h3>Sign here</h3>
<p class="note">Choose requirements in the list above, say who you are, and save <code>signoff.json</code> beside the document. The same on the command line: <code>syncproof sign</code>. Whatever is not a pass needs a remark, and so does a rejection.</p>
<p><label>Name<input name="name" required autocomplete="name"></label> <label>Role<input name="role" required autocomplete="organization-title"></label></p>
<p><label>Remark, for all without one of their own<textarea name="remark" rows="2"></textarea></label></p>
<p><label class="choice"><input type="checkbox" name="rejects">I do not accept them</label></p>
<p><button>Sign the chosen</button> <button type="button" name="all">Choose all that passed</button> <button type="button" name="save" disabled>Save signoff.json</button></p>
<p><output></output></p>
</form>
`;
