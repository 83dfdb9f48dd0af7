import { visible } from '../../dataflow/visible.ts';
import { alarmWords } from './alarm-words.ts';
import { falseAlarms, type Matrix, type MatrixRow } from './matrix.ts';
import type { Proof } from './proof.ts';
import { proofSentence } from './proof-sentence.ts';

interface Weighed {
  readonly matrix: Matrix;
  /** Whether all faults were played: of some alone nothing can be said about checks and laws. */
  readonly isWhole: boolean;
}

/** A proof as a table for a terminal: one fault a line, then what is called out. */
export function proofText(proof: Proof, { matrix, isWhole }: Weighed): string {
  const { rows, checks, laws } = matrix;
  const idle = checks.filter(({ catches }) => catches.length === 0).map(({ check }) => check);
  const single = rows
    .filter(({ alarms }) => alarms.length < 2)
    .map(({ engine: { name, single: why } }) => `${name}: ${why ?? 'no second one is known'}`);
  const pillars = laws.filter(({ alone }) => alone.length > 0);
  const busiest = checks
    .filter(({ alone }) => alone.length > 0)
    .map(({ check, alone }) => `${check}: ${alone.join(', ')}`);
  const calledOut = [
    ...list('Checks that catch nothing', idle),
    ...list('Checks that alone catch a fault', busiest),
    ...list(
      'Laws without which a fault survives',
      pillars.map(({ law, alone }) => `${law}: ${alone.join(', ')}`),
    ),
  ];
  const lines = [
    ...table(rows),
    '',
    proofSentence(proof, matrix),
    `Reference engine: ${proof.reference.scenes} scenes and ${proof.reference.histories} histories.`,
    `Faults with two independent alarms: ${rows.length - single.length} of ${rows.length}.`,
    ...list('False alarms', falseAlarms(proof)),
    ...list('Fewer than two alarms', single),
    ...(isWhole ? calledOut : ['Some faults alone: the last proof stays as it is.']),
  ];
  return `${lines.map(visible).join('\n')}\n`;
}

function table(rows: readonly MatrixRow[]): readonly string[] {
  const cells = rows.map(({ engine, standing, alarms, requirements }) => [
    engine.name,
    standing,
    alarmWords(alarms) || '-',
    String(requirements.length),
  ]);
  const head = ['faulty engine', 'caught', 'alarms', 'requirements'];
  const widths = head.map((name, column) =>
    Math.min(60, Math.max(name.length, ...cells.map((row) => row[column]?.length ?? 0))),
  );
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return [head, ...cells].map(line);
}

function list(heading: string, items: readonly string[]): readonly string[] {
  return items.length === 0 ? [] : [`${heading} (${items.length}):`, ...items.map((i) => `  ${i}`)];
}
