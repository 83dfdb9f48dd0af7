import type { Line } from './lines.ts';
import type { Sentence } from './paragraph.ts';
import type { LineRegister } from './register.ts';

/** A table as it stands, before its cells are looked at. */
export interface Table {
  readonly directive: Line;
  /** The sentence that announces it; without one, the table's own header tells what it is. */
  readonly announcedBy: Sentence | undefined;
  readonly hasHeaderOption: boolean;
  /** The rows, header row included; a row is its cells. */
  readonly rows: readonly (readonly Line[])[];
}

interface OpenTable extends Table {
  hasHeaderOption: boolean;
  readonly rows: Line[][];
}

/**
 * Gathers a section's tables line by line (dataflow-format.md, Tables). A foreign line does not
 * close a table, the next sentence does.
 */
export class TableCollector {
  readonly #register: LineRegister;
  readonly #tables: OpenTable[] = [];
  #announcement: Sentence | undefined;
  #open: OpenTable | undefined;

  constructor(register: LineRegister) {
    this.#register = register;
  }

  /** The tables so far, in their order. */
  get tables(): readonly Table[] {
    return this.#tables;
  }

  /** Closes the table that is open; a sentence of the right kind announces the next one. */
  follow(sentence: Sentence): void {
    this.#open = undefined;
    if (sentence.kind === 'merge' || sentence.kind === 'properties') this.#announcement = sentence;
  }

  /** Takes a line of a table; one that fits nowhere is left for the register to report. */
  take(line: Line): void {
    if (line.shape === 'directive') this.#takeDirective(line);
    else if (line.shape === 'option') this.#takeOption(line);
    else if (line.shape === 'row') this.#open?.rows.push([line]);
    else if (line.shape === 'cell') this.#open?.rows.at(-1)?.push(line);
  }

  #takeDirective(directive: Line): void {
    const announcedBy = this.#announcement;
    if (announcedBy === undefined && this.#open?.rows.length === 0) {
      this.#register.refuse(directive, 'a second directive for the same table; left out');
      return;
    }
    this.#register.claim(directive, 'table');
    if (announcedBy === undefined) {
      this.#register.report(directive, 'no sentence announces this table; read by its header');
    }
    this.#announcement = undefined;
    this.#open = { directive, announcedBy, hasHeaderOption: false, rows: [] };
    this.#tables.push(this.#open);
  }

  #takeOption(option: Line): void {
    const table = this.#open;
    if (table?.hasHeaderOption !== false || option.content !== ':header-rows: 1') return;
    this.#register.claim(option, 'table');
    table.hasHeaderOption = true;
  }
}
