import { basename, dirname } from 'node:path';
import type { Verdict } from '../checklist/verdict.ts';
import { visible } from '../dataflow/visible.ts';
import type { RequirementResult, Result } from '../report/result/model.ts';

const signs: Readonly<Record<Verdict, string>> = {
  passed: '✔',
  failed: '✖',
  inconclusive: '?',
  blocked: '∅',
  untested: '○',
  waived: '~',
  manual: '✎',
};

/** A run's result for a terminal: a line for each requirement, the sentence, where the reports are. */
export function summary({ sections, sentence }: Result, files: readonly string[]): string {
  const lines = sections.flatMap(({ heading, requirements }) => [
    visible(heading),
    ...requirements.map(line),
  ]);
  return [...lines, '', sentence, ...named(files), ''].join('\n');
}

/** Long evidence lies in files of its own, named by their content: they are only counted. */
function named(files: readonly string[]): readonly string[] {
  const evidence = files.filter((file) => basename(dirname(file)) === 'evidence');
  const [first] = evidence;
  const views = files.filter((file) => !evidence.includes(file));
  return first === undefined ? views : [...views, `${dirname(first)} (${evidence.length} files)`];
}

function line({ id, verdict, checks, reason }: RequirementResult): string {
  const count = checks.length === 1 ? '1 check' : `${checks.length} checks`;
  const why = verdict === 'passed' ? `(${count})` : `- ${visible(reason)}`;
  return `  ${signs[verdict]} ${verdict.padEnd(8)} ${id} ${why}`;
}
