import type { Dataflow, Section } from './dataflow.ts';
import { visible } from './visible.ts';

/**
 * The document as the reader understood it, for people to compare with the original: plain text,
 * a line for each promise, table row and diagnostic, with its line number in the document.
 */
export function outline(dataflow: Dataflow): string {
  const { title, generated, sections, diagnostics } = dataflow;
  return [
    visible(title) || '(no title)',
    `generated ${visible(generated) || '(not said)'}`,
    countsOf(dataflow),
    ...sections.flatMap((section) => ['', ...outlineSection(section)]),
    ...(diagnostics.length === 0 ? [] : ['', 'Not taken as it stands']),
    ...diagnostics.flatMap(({ line, text, problem }) => [
      entry(line, problem),
      ...(text === '' ? [] : [detail(text)]),
    ]),
    '',
  ].join('\n');
}

function countsOf({ sections, diagnostics }: Dataflow): string {
  const total = (list: 'requirements' | 'properties' | 'mergeOn'): number =>
    sections.reduce((sum, section) => sum + section[list].length, 0);
  const counts: readonly (readonly [number, string])[] = [
    [sections.length, 'section'],
    [total('requirements'), 'requirement'],
    [total('properties'), 'property row'],
    [total('mergeOn'), 'merge row'],
    [diagnostics.length, 'diagnostic'],
  ];
  return counts.map(([count, noun]) => `${count} ${noun}${count === 1 ? '' : 's'}`).join(', ');
}

function outlineSection({ heading, line, requirements, mergeOn }: Section): readonly string[] {
  const promises = requirements.map(({ id, line: at, text }) => ({
    at,
    lines: [entry(at, id), detail(text)],
  }));
  const rows = mergeOn.map(({ line: at, source, target }) => ({
    at,
    lines: [entry(at, `merge on ${source} = ${target}`)],
  }));
  return [
    `${visible(heading)} (line ${line})`,
    ...[...promises, ...rows].toSorted((a, b) => a.at - b.at).flatMap(({ lines }) => lines),
  ];
}

const numberWidth = 6;

function entry(line: number, text: string): string {
  return `${String(line).padStart(numberWidth)}  ${visible(text)}`;
}

function detail(text: string): string {
  return `${' '.repeat(numberWidth + 4)}${visible(text)}`;
}
