import type { Line } from './lines.ts';
import { bestSplit, isOfSystem, type Names, splitNames } from './names.ts';
import type { LineRegister } from './register.ts';

/** What stands before the first heading. */
export interface Front {
  readonly title: string;
  readonly systems: Names;
  readonly generated: string;
}

const titleEnd = ' Dataflow';
const generatedStart = 'Generated:';
const generatedForm = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/;

/** Reads the title and the time of generation (dataflow-format.md, Shape). */
export function readFront(input: {
  readonly lines: readonly Line[];
  /** The sections' headings: they tell where a title with more than one " to " parts. */
  readonly headings: readonly string[];
  readonly register: LineRegister;
}): Front {
  const { lines, headings, register } = input;
  const title = readTitle(lines, register);
  const generated = readGenerated(lines, register);
  return { title, systems: systemsIn(title, headings), generated };
}

function readTitle(lines: readonly Line[], register: LineRegister): string {
  const title = lines.find(isTitle);
  if (title === undefined) {
    register.reportDocument('no title "A to B Dataflow"; the names of the systems are not known');
    return '';
  }
  register.claim(title, 'title');
  const rules = lines.filter(({ shape }) => shape === 'equals');
  const over = rules.findLast(({ number }) => number < title.number);
  const under = rules.find(({ number }) => number > title.number);
  if (over !== undefined) register.claim(over, 'title');
  if (under !== undefined) register.claim(under, 'title');
  if (over === undefined || under === undefined) {
    register.report(title, 'the title lacks a line of "=" above or below; read all the same');
  }
  return title.text.trimEnd();
}

function isTitle({ shape, content }: Line): boolean {
  return shape === 'text' && content.endsWith(titleEnd) && splitTitle(content).length > 0;
}

function splitTitle(title: string): readonly Names[] {
  return splitNames(title.slice(0, -titleEnd.length));
}

function systemsIn(title: string, headings: readonly string[]): Names {
  const fitting = (systems: Names): number =>
    headings.filter((heading) =>
      splitNames(heading).some(
        ({ source, target }) =>
          isOfSystem(source, systems.source) && isOfSystem(target, systems.target),
      ),
    ).length;
  return bestSplit(splitTitle(title), fitting) ?? { source: '', target: '' };
}

function readGenerated(lines: readonly Line[], register: LineRegister): string {
  const line = lines.find(
    ({ shape, content }) => shape === 'text' && content.startsWith(generatedStart),
  );
  if (line === undefined) {
    register.reportDocument('no "Generated:" line; the time of generation is not known');
    return '';
  }
  register.claim(line, 'generated');
  const time = line.content.slice(generatedStart.length).trim();
  if (generatedForm.test(time)) return time;
  register.report(line, 'not a time of the form YYYY-MM-DD hh:mm:ss; left out');
  return '';
}
