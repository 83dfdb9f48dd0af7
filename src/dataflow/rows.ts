import type { MergeRow, PropertyRow } from './dataflow.ts';
import { checkHeader, expectedHeader, isHeader, type TableSubject } from './header.ts';
import type { Line } from './lines.ts';
import type { LineRegister } from './register.ts';
import type { Table } from './tables.ts';

/** What a table promises: rows of the one kind or of the other. */
export interface TableContent {
  readonly properties: readonly PropertyRow[];
  readonly mergeOn: readonly MergeRow[];
}

const columns = ['source property', 'target property', 'data type'];

/**
 * Reads a table's rows (dataflow-format.md, Tables). Whatever is wrong with its header is
 * reported, and the rows are read all the same; a missing or empty cell becomes `''`.
 */
export function readTable(
  table: Table,
  { subject, register }: { readonly subject: TableSubject; readonly register: LineRegister },
): TableContent {
  const width = widthOf(table);
  const expected = expectedHeader(subject, width);
  const header = table.rows.slice(0, 1).filter(isHeader);
  for (const row of header) checkHeader(row, { expected, subject, register });
  reportScaffolding(table, { hasHeader: header.length > 0, register });
  const rows: (readonly Line[])[] = [];
  for (const row of table.rows.slice(header.length)) {
    if (row[0]?.content === expected[0]) refuseRow(row, register);
    else {
      checkRow(row, { width, register });
      rows.push(row);
    }
  }
  return width === 2
    ? { properties: [], mergeOn: rows.map(readPair) }
    : { properties: rows.map(readProperty), mergeOn: [] };
}

function widthOf({ announcedBy, rows }: Table): number {
  if (announcedBy !== undefined) return announcedBy.kind === 'merge' ? 2 : 3;
  return rows[0]?.length === 2 ? 2 : 3;
}

function reportScaffolding(
  { directive, hasHeaderOption }: Table,
  { hasHeader, register }: { readonly hasHeader: boolean; readonly register: LineRegister },
): void {
  if (!hasHeaderOption) {
    register.report(directive, 'this table has no ":header-rows: 1"; read all the same');
  }
  if (!hasHeader) {
    register.report(directive, 'this table has no header row; all its rows are read as promises');
  }
}

function refuseRow(row: readonly Line[], register: LineRegister): void {
  for (const cell of row) register.refuse(cell, 'the header row once more; left out');
}

function checkRow(
  row: readonly Line[],
  { width, register }: { readonly width: number; readonly register: LineRegister },
): void {
  for (const [index, column] of columns.slice(0, width).entries()) {
    const cell = row[index];
    if (cell !== undefined) register.claim(cell, 'promise');
    const place = cell ?? row[0];
    const lack = cell === undefined ? 'missing' : 'empty';
    if (place !== undefined && (cell?.content ?? '') === '') {
      register.report(place, `the ${column} is ${lack}; the row is read without it`);
    }
  }
}

function readPair(row: readonly Line[]): MergeRow {
  const [source, target] = row;
  return {
    source: source?.content ?? '',
    target: target?.content ?? '',
    line: source?.number ?? 0,
  };
}

function readProperty(row: readonly Line[]): PropertyRow {
  const { source, target, line } = readPair(row);
  return { source, target, type: row[2]?.content ?? '', line };
}
