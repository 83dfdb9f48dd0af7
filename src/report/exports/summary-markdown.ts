import { countVerdicts } from '../../checklist/counts.ts';
import { type Verdict, verdicts } from '../../checklist/verdict.ts';
import { proofInWords } from '../proved/in-words.ts';
import { allRequirements } from '../result/all-requirements.ts';
import type { RequirementResult, Result, SectionResult } from '../result/model.ts';
import { verified } from '../result/verified.ts';
import { countsInWords } from '../text/counts.ts';
import { type Block, fitBlocks, markdownCode, markdownText } from '../text/markdown.ts';
import { moment } from '../text/moment.ts';

/** Under GitHub's limit for a comment, and well under that for a job's summary. */
const mostBytes = 60_000;

/**
 * `summary.md`: the result in GitHub's Markdown, for the page of a job or a comment: the verdict
 * in words, a table by section, and what is not green with its reason.
 */
export function renderSummary(result: Result): string {
  const trusted = verified(result);
  const requirements = allRequirements(trusted);
  const lists = [
    listOf('What fails', requirements, ['failed', 'inconclusive']),
    listOf('What could not be tested', requirements, ['blocked', 'untested', 'manual']),
    listOf('What was waived', requirements, ['waived']),
  ];
  return fitBlocks([...top(trusted), ...lists.flat()], mostBytes);
}

function top(result: Result): readonly Block[] {
  const { document, run, sections, sentence } = result;
  const requirements = allRequirements(result);
  const used = verdicts.filter((verdict) => requirements.some((each) => each.verdict === verdict));
  const identity = [
    `document ${markdownCode(document.digest.slice(0, 12))}`,
    `seed ${run.seed}`,
    markdownText(run.engine),
    markdownText(moment(run.started)),
  ];
  return [
    {
      head: [
        `## ${markdownText(sentence)}`,
        '',
        `${markdownText(document.title)}: ${countsInWords(countVerdicts(requirements), ', ')}`,
        '',
        identity.join(' · '),
        '',
        markdownText(proofInWords(result)),
        '',
        `| Section | all |${used.map((verdict) => ` ${verdict} |`).join('')}`,
        `| --- | ---: |${' ---: |'.repeat(used.length)}`,
      ],
      items: sections.map((section) => tableRow(section, used)),
      noun: 'sections',
    },
  ];
}

function tableRow({ heading, requirements }: SectionResult, used: readonly Verdict[]): string {
  const counts = countVerdicts(requirements);
  const cells = used.map((verdict) => (counts[verdict] === 0 ? '–' : counts[verdict]));
  return `| ${[markdownText(heading), requirements.length, ...cells].join(' | ')} |`;
}

function listOf(
  heading: string,
  requirements: readonly RequirementResult[],
  wanted: readonly Verdict[],
): readonly Block[] {
  const items = requirements.filter(({ verdict }) => wanted.includes(verdict)).map(listItem);
  return items.length === 0 ? [] : [{ head: [`### ${heading}`, ''], items, noun: 'requirements' }];
}

function listItem({ id, text, verdict, reason }: RequirementResult): string {
  return `- **${verdict}** ${markdownText(text)} ${markdownCode(id)}<br>${markdownText(reason)}`;
}
