import { type Verdict, verdicts } from '../../checklist/verdict.ts';
import { html, type Markup } from '../text/markup.ts';

interface VerdictWord {
  readonly sign: string;
  readonly word: string;
  readonly meaning: string;
}

const words: Readonly<Record<Verdict, VerdictWord>> = {
  passed: {
    sign: '✔',
    word: 'Passed',
    meaning: 'Its checks were carried out and saw what the document promises.',
  },
  failed: {
    sign: '✖',
    word: 'Failed',
    meaning: 'A check saw the promise broken.',
  },
  inconclusive: {
    sign: '?',
    word: 'Inconclusive',
    meaning: 'The systems never came to rest, so that nothing can be said.',
  },
  blocked: {
    sign: '∅',
    word: 'Blocked',
    meaning: 'The document or an API makes it impossible, whatever the engine does.',
  },
  untested: {
    sign: '○',
    word: 'Untested',
    meaning: 'No check was carried out, for the reason given.',
  },
  waived: {
    sign: '⚑',
    word: 'Waived',
    meaning: 'Somebody accepted it as it is, for the reason given.',
  },
  manual: {
    sign: '✎',
    word: 'Manual',
    meaning: 'A person has to look.',
  },
};

/** A verdict as sign, word and colour, so that none of the three has to be seen; a blank ends it. */
export function verdictMark(verdict: Verdict): Markup {
  return html`<b class=${verdict}>${words[verdict].word} </b>`;
}

/** The same for one row of thousands: of what passed it is the word alone, which the style knows. */
export function rowMark(verdict: Verdict): Markup {
  return verdict === 'passed' ? html`<b>${words.passed.word} </b>` : verdictMark(verdict);
}

/** The signs are the style's, with nothing to be read aloud: thousands of rows need no node for them. */
const passedRow = html`::before,:is([data-check],[data-check]>summary)>b:not([class])`;

export const signStyle: Markup = html`${verdicts.map(
  (verdict) =>
    html`b.${verdict}${verdict === 'passed' ? passedRow : html``}::before{content:"${words[verdict].sign} ";content:"${words[verdict].sign} "/""}
`,
)}`;

/** A verdict's word, as it starts a line or heads a column. */
export function verdictWord(verdict: Verdict): string {
  return words[verdict].word;
}

/** What the words mean, folded. */
export function legend(): Markup {
  const entries = verdicts.map(
    (verdict) =>
      html`<div><dt>${verdictMark(verdict)}</dt><dd>${words[verdict].meaning}</dd></div>`,
  );
  return html`<details class="legend"><summary>What the verdicts mean</summary><dl>${entries}</dl></details>`;
}
