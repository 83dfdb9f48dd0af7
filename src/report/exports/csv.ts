import { stringify } from 'csv-stringify/sync';
import { cut } from '../../dataflow/visible.ts';
import type { CheckResult, RequirementResult, Result, SectionResult } from '../result/model.ts';
import { verified } from '../result/verified.ts';
import { grouped } from '../text/long-text.ts';
import { spellPlainly } from '../text/visible.ts';

/** A cell of a spreadsheet holds 32,767 characters; what is cut off is said in the rest. */
const longestCell = 32_000;

type Cell = string | number;

const head = [
  'Section',
  'Line',
  'Requirement',
  'Promise',
  'Verdict',
  'Reason',
  'Findings',
  'Check',
  'Check id',
  'Check verdict',
  'Check reason',
  'Check took (ms)',
  'Run again',
  'Proved to catch',
];

/**
 * The checklist for spreadsheets: a row for each check, and one for each requirement without any.
 * CSV of RFC 4180 with a byte order mark, by which spreadsheets know UTF-8. A cell that would be
 * taken for a formula begins with an apostrophe.
 */
export function renderCsv(result: Result): string {
  const rows = verified(result).sections.flatMap((section) =>
    section.requirements.flatMap((requirement) => rowsOf(section, requirement)),
  );
  return stringify([head, ...rows.map((row) => row.map(readable))], {
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
    // RFC 4180 has it quoted, though it ends no record here.
    quoted_match: '\n',
  });
}

function rowsOf(
  { heading }: SectionResult,
  { line, id, text, verdict, reason, findings, checks, proof }: RequirementResult,
): readonly (readonly Cell[])[] {
  const found = findings.map((finding) => finding.text).join('\n');
  const requirement = [heading, line, id, text, verdict, reason, found];
  const byCheck = Map.groupBy(proof?.catches ?? [], ({ check }) => check);
  return checks.length === 0
    ? [[...requirement, '', '', '', '', '', '', '']]
    : checks.map((check) => [
        ...requirement,
        ...checkCells(check),
        (byCheck.get(check.id) ?? []).map(({ engine }) => engine).join(', '),
      ]);
}

function checkCells(check: CheckResult): readonly Cell[] {
  const { title, id, verdict, reason, durationMs, replay } = check;
  return [title, id, verdict, reason, durationMs, replay];
}

function readable(cell: Cell): Cell {
  if (typeof cell === 'number') return cell;
  const text = spellPlainly(cell);
  if (text.length <= longestCell) return text;
  return `${cut(text, longestCell)} [cut here: ${grouped(text.length)} characters in all; checklist.json has the whole]`;
}
