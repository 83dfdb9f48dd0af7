import { type Block, fitBlocks, markdownCode, markdownText } from '../text/markdown.ts';
import type { Comparison, Group, Item, Pair } from './comparison.ts';

/** Under GitHub's limit of 65,536 characters for a comment. */
const mostBytes = 60_000;

/** A comparison fit for a comment on a pull request, in GitHub's Markdown. */
export function comparisonMarkdown({ title, sentence, identity, groups }: Comparison): string {
  const different = identity.filter(({ before, after }) => before !== after);
  const table = ['', '| | before | after |', '| --- | --- | --- |', ...different.map(tableRow)];
  const head = [
    `## ${markdownText(sentence)}`,
    '',
    markdownText(title),
    ...(different.length === 0 ? [] : table),
  ];
  return fitBlocks([{ head, items: [], noun: '' }, ...groups.map(blockOf)], mostBytes);
}

function tableRow({ name, before, after }: Pair): string {
  return `| ${[name, before, after].map(markdownText).join(' | ')} |`;
}

function blockOf({ heading, note, items }: Group): Block {
  const noted = note === undefined ? [] : [markdownText(note), ''];
  return {
    head: [`### ${markdownText(heading)} \\(${items.length}\\)`, '', ...noted],
    items: items.map(listItem),
    noun: 'entries',
  };
}

function listItem({ words, place, before, after, details }: Item): string {
  const named = [
    ...(words === '' ? [] : [markdownText(words)]),
    ...(place === '' ? [] : [markdownCode(place)]),
  ].join(' ');
  const lines = [
    named,
    ...(before === undefined ? [] : [`before: ${markdownText(before)}`]),
    ...(after === undefined ? [] : [`after: ${markdownText(after)}`]),
    ...details.map(markdownText),
  ];
  return `- ${lines.join('<br>')}`;
}
