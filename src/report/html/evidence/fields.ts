import type { FieldRow } from '../../../evidence/evidence.ts';
import { grouped } from '../../text/long-text.ts';
import { html, type Markup } from '../../text/markup.ts';
import { differingValues } from './difference.ts';
import { exactValue } from './exact.ts';

/**
 * The records before the check's edits and after the engine's rest. Unmapped properties stand
 * folded below the others, unless one that had a value lost or changed it: nothing may do that.
 */
export function renderFields(fields: readonly FieldRow[]): Markup {
  if (fields.length === 0) return html``;
  const shown = fields.filter(isTelling);
  const others = fields.filter((field) => !isTelling(field));
  return html`${
    shown.length > 0
      ? html`<table class="fields"><caption>Before and after</caption>
<thead><tr><th scope="col">Property</th><th scope="col">Before</th><th scope="col">After</th></tr></thead>
${records(shown, row)}</table>
`
      : html`<p>No property is mapped, and none was changed.</p>
`
  }${folded(others)}`;
}

function folded(others: readonly FieldRow[]): Markup {
  if (others.length === 0) return html``;
  const said = others.length === 1 ? 'property' : 'properties';
  const now = ({ property, after }: FieldRow): Markup =>
    html`<tr><th scope="row">${property}</th><td colspan="2">${exactValue(after)}</td></tr>`;
  return html`<details><summary>${grouped(others.length)} other ${said}, not mapped: unchanged or new</summary><table class="fields">${records(others, now)}</table></details>
`;
}

function records(fields: readonly FieldRow[], row: (field: FieldRow) => Markup): readonly Markup[] {
  return [...Map.groupBy(fields, ({ record }) => record)].map(
    ([record, rows]) =>
      html`<tbody><tr><th scope="rowgroup" colspan="3">${record}</th></tr>${rows.map(row)}</tbody>`,
  );
}

function row(field: FieldRow): Markup {
  const { property, before, after, mapped } = field;
  const note = mapped ? html`` : html` <small>not mapped</small>`;
  const name = html`<th scope="row">${property}${note}</th>`;
  if (!isChanged(field)) {
    return html`<tr>${name}<td>${exactValue(before)}</td><td>${exactValue(after)}</td></tr>`;
  }
  const [was, is] = differingValues(before, after);
  return html`<tr>${name}<td>${was}</td><td>${is} <strong class="changed">${changeWord(field)}</strong></td></tr>`;
}

/** Says in a word what the eye sees as a mark. */
function changeWord({ before, after }: FieldRow): string {
  if (before === null) return 'new';
  return after === null ? 'emptied' : 'changed';
}

function isTelling(field: FieldRow): boolean {
  return field.mapped || (field.before !== null && isChanged(field));
}

function isChanged({ before, after }: FieldRow): boolean {
  return JSON.stringify(before) !== JSON.stringify(after);
}
