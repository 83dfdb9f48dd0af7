import type { Line } from './lines.ts';
import { doubtfulLines, readParagraph, type Sentence } from './paragraph.ts';
import type { LineRegister } from './register.ts';
import { type Table, TableCollector } from './tables.ts';

/** What stands below a heading, in its order, before names and cells are looked at. */
export interface Body {
  readonly sentences: readonly Sentence[];
  readonly tables: readonly Table[];
}

/** Takes the lines below a heading apart; those that it cannot place stay unclaimed. */
export function readBody(lines: readonly Line[], register: LineRegister): Body {
  const sentences: Sentence[] = [];
  const collector = new TableCollector(register);
  let paragraph: Line[] = [];
  const closeParagraph = (): void => {
    for (const sentence of readParagraph(paragraph)) {
      claimSentence(sentence, register);
      sentences.push(sentence);
      collector.follow(sentence);
    }
    paragraph = [];
  };
  for (const line of lines) {
    if (line.shape === 'text') paragraph.push(line);
    else {
      closeParagraph();
      collector.take(line);
    }
  }
  closeParagraph();
  return { sentences, tables: collector.tables };
}

function claimSentence(sentence: Sentence, register: LineRegister): void {
  for (const line of sentence.lines) register.claim(line, 'promise');
  for (const line of doubtfulLines(sentence)) {
    register.report(
      line,
      'read as the beginning of the condition below it, or else does not belong here',
    );
  }
}
