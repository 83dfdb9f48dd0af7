import { readBody } from './body.ts';
import { checkCompleteness } from './completeness.ts';
import type { Section } from './dataflow.ts';
import { readEntities } from './entities.ts';
import type { Names } from './names.ts';
import type { Part } from './parts.ts';
import type { LineRegister } from './register.ts';
import { requirementsOf } from './requirements.ts';
import { readTable } from './rows.ts';

/** What a section is read with. */
export interface SectionContext {
  /** The section's own part of its requirements' ids, unique in the document. */
  readonly id: string;
  readonly systems: Names;
  readonly register: LineRegister;
}

/** Reads one heading and all that it promises (dataflow-format.md, What a section says). */
export function readSection(part: Part, { id, systems, register }: SectionContext): Section {
  const { heading, underline } = part;
  register.claim(heading, 'heading');
  register.claim(underline, 'heading');
  const { sentences, tables } = readBody(part.body, register);
  const names = readEntities({ heading, sentences, systems, register });
  checkCompleteness({ heading, sentences, tables, register });
  const subject = { names, system: systems.target };
  const contents = tables.map((table) => readTable(table, { subject, register }));
  const properties = contents.flatMap((content) => content.properties);
  return {
    heading: heading.content,
    line: heading.number,
    ...names,
    requirements: requirementsOf({ id, sentences, properties }),
    properties,
    mergeOn: contents.flatMap((content) => content.mergeOn),
  };
}
