import type { Dataflow } from './dataflow.ts';
import { readFront } from './front.ts';
import { headingSlug, uniqueNames } from './ids.ts';
import { readIntroductions } from './introduction.ts';
import { splitLines } from './lines.ts';
import { isIntroduction, splitParts } from './parts.ts';
import { LineRegister, type LineRole } from './register.ts';
import { readSection } from './section.ts';

/** A document read, with what became of each of its lines. */
export interface Reading {
  readonly dataflow: Dataflow;
  /** One role for each line, in order. */
  readonly roles: readonly LineRole[];
}

/**
 * Reads a dataflow document (dataflow-format.md). It refuses nothing and never throws: what it
 * cannot take as it stands is among the diagnostics, line by line.
 */
export function readDataflow(text: string): Dataflow {
  return readLines(text).dataflow;
}

/** Reads a document and accounts for its lines, so that tests can see that none is dropped. */
export function readLines(text: string): Reading {
  const lines = splitLines(text);
  const register = new LineRegister(lines);
  const { front, parts } = splitParts(lines);
  const introductions = parts.filter(isIntroduction);
  const promising = parts.filter((part) => !isIntroduction(part));
  const headings = promising.map(({ heading }) => heading.content);
  const { title, systems, generated } = readFront({ lines: front, headings, register });
  readIntroductions(introductions, register);
  const unique = uniqueNames();
  const sections = promising.map((part) =>
    readSection(part, { id: unique(headingSlug(part.heading.content)), systems, register }),
  );
  const { roles, diagnostics } = register.close();
  return { dataflow: { title, ...systems, generated, sections, diagnostics }, roles };
}
