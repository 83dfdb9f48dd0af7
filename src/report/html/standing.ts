import type { Signature } from '../signatures/signoff.ts';
import type { Examined, Standing } from '../signatures/verify.ts';
import { html, type Markup } from '../text/markup.ts';

const stateWords: Readonly<Record<Standing['state'], string>> = {
  signed: 'signed',
  rejected: 'rejected',
  lapsed: 'signature lapsed',
  altered: 'signature altered',
  unsigned: 'not signed',
};

/** Where a requirement stands, in a word or two. */
export function standingWord(standing: Standing | undefined): string {
  return stateWords[standing?.state ?? 'unsigned'];
}

/** Each signature of a requirement in a line: by whom, since when, or why it no longer holds. */
export function renderStanding(standing: Standing | undefined): readonly Markup[] {
  return (standing?.signatures ?? []).map(renderSignature);
}

function renderSignature({ signature, lapses, altered, sameResult }: Examined): Markup {
  const { decision, remark } = signature;
  const words = remark === '' ? html`` : html` <q>${remark}</q>`;
  const earlier =
    sameResult || lapses.length > 0 ? '' : ' Given for an earlier run that says the same.';
  if (lapses.length === 0) {
    const word = decision === 'rejected' ? 'Rejected' : 'Signed';
    const how = decision === 'accepted with deviation' ? ', accepted with deviation' : '';
    const state = decision === 'rejected' ? 'rejected' : 'signed';
    return html`<p class="standing ${state}"><b>${word}</b> by ${signer(signature)}${how}.${words}${earlier}</p>
`;
  }
  return html`<p class="standing lapsed"><b>Signature ${altered ? 'altered' : 'lapsed'}:</b> ${signer(signature)}.${words} ${lapses.join(' ')}</p>
`;
}

/** `Kari Nordmann (QA lead) on 2026-11-24`. */
export function signer({ name, role, signed }: Signature): string {
  return `${name} (${role}) on ${signed.slice(0, 10)}`;
}
