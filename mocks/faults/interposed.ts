import type { Answer } from '../answer.ts';
import type { Properties } from '../value.ts';
import type { Aim } from './aim.ts';
import type { Site, Struck } from './site.ts';

/** F14: a person edits a record just before the write lands. Falls on mutating requests only. */
export interface InterposedEdit extends Aim {
  readonly code: 'F14';
  readonly edit: {
    readonly entity: string;
    /** Default: the record that the write addresses. */
    readonly id?: string;
    readonly fields: Properties;
  };
}

/** Lets the person act, then handles the request. */
export function interpose(rule: InterposedEdit, site: Site, next: () => Answer): Struck {
  const { entity, fields } = rule.edit;
  const id = rule.edit.id ?? (site.entity === entity ? site.addressed() : undefined);
  if (id === undefined) {
    return { words: `F14: the write addresses no ${entity} to edit`, answer: next() };
  }
  const edited = site.edit(entity, id, fields);
  const what = edited.ok ? 'a person edited' : `a person could not edit (${edited.reason})`;
  return { words: `F14: ${what} ${entity} ${id} before the write landed`, answer: next() };
}
