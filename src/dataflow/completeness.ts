import type { Line } from './lines.ts';
import type { Sentence } from './paragraph.ts';
import type { LineRegister } from './register.ts';
import type { SentenceKind } from './sentences.ts';
import type { Table } from './tables.ts';

const openings: ReadonlySet<SentenceKind> = new Set(['every', 'conditional', 'link-first']);

/**
 * Reports what a section lacks, and what it says too often: it has one opening rule, then always
 * `both-ways` and `properties`, and a table for each sentence that announces one
 * (dataflow-format.md, What a section says).
 */
export function checkCompleteness(section: {
  readonly heading: Line;
  readonly sentences: readonly Sentence[];
  readonly tables: readonly Table[];
  readonly register: LineRegister;
}): void {
  const { heading, sentences, tables, register } = section;
  const lacking = lackingIn(sentences);
  if (lacking.length > 0) register.report(heading, `this section has no ${lacking.join(', no ')}`);
  reportRepeated(sentences, register);
  const announcing = new Set(tables.map(({ announcedBy }) => announcedBy));
  for (const sentence of sentences) {
    const announces = sentence.kind === 'merge' || sentence.kind === 'properties';
    if (announces && !announcing.has(sentence)) {
      register.report(sentence.line, 'the table that this sentence announces is missing');
    }
  }
}

function lackingIn(sentences: readonly Sentence[]): readonly string[] {
  const has = (kind: SentenceKind): boolean => sentences.some((sentence) => sentence.kind === kind);
  return [
    ...(sentences.some(({ kind }) => openings.has(kind)) ? [] : ['opening rule']),
    ...(has('both-ways') ? [] : ['both-ways rule']),
    ...(has('properties') ? [] : ['properties sentence']),
  ];
}

function reportRepeated(sentences: readonly Sentence[], register: LineRegister): void {
  const said = new Map<string, Line>();
  for (const { kind, line } of sentences) {
    const rule = openings.has(kind) ? 'opening rule' : `rule "${kind}"`;
    const first = said.get(rule);
    if (first === undefined) said.set(rule, line);
    else {
      register.report(line, `a second ${rule} after that of line ${first.number}; both are read`);
    }
  }
}
