import type { Twin } from '../twin.ts';
import type { Behaviour, Source } from './behaviour.ts';
import type { PropertyContract } from './system-contract.ts';

const sources: readonly Source[] = ['documented', 'evidenced', 'inferred', 'assumed'];

/** The table of what the twins do and how well each thing is known, as Markdown; counts at its top. */
export function behavioursTable(twins: readonly Pick<Twin, 'contract' | 'behaviours'>[]): string {
  const parts = [
    '# What the twins do, and how well it is known',
    'Made from the twins’ contracts; do not edit. `documented`: the vendor says so. `evidenced`: a client of the real system leans on it. `inferred`: follows from either. `assumed`: chosen by us.',
    counts(twins),
    ...twins.flatMap(({ contract, behaviours }) => [
      `## ${contract.system}`,
      behaviourRows(behaviours),
      '### Properties',
      propertyRows(contract.entities),
    ]),
  ];
  return `${parts.join('\n\n')}\n`;
}

function counts(twins: readonly Pick<Twin, 'contract' | 'behaviours'>[]): string {
  const rows = twins.map(({ contract, behaviours }) => {
    const bySource = sources.map((source) => behaviours.filter((each) => each.source === source));
    const properties = contract.entities.flatMap((entity) => entity.properties);
    const assumed = properties.filter((property) => property.assumed !== undefined);
    const known = `${properties.length - assumed.length} + ${assumed.length} assumed`;
    return [contract.system, ...bySource.map(({ length }) => String(length)), known];
  });
  return table(['system', ...sources, 'properties'], rows);
}

function behaviourRows(behaviours: readonly Behaviour[]): string {
  const rows = behaviours.map(({ id, text, source, where }) => [id, text, source, where]);
  return table(['behaviour', 'what', 'source', 'where'], rows);
}

function propertyRows(entities: Twin['contract']['entities']): string {
  const rows = entities.flatMap(({ name, properties }) =>
    properties.map((property) => [
      `${name} ${property.name}`,
      property.type,
      limitsOf(property),
      property.source,
      property.assumed ?? '',
    ]),
  );
  return table(['property', 'type', 'limits', 'where', 'assumed'], rows);
}

function limitsOf(property: PropertyContract): string {
  const { readOnly, required, unique, maxLength, values, coupledTo } = property;
  const limits = [
    readOnly && 'read-only',
    required && 'required',
    unique && 'unique',
    maxLength !== undefined && `at most ${maxLength} characters`,
    values && `one of ${values.join(', ')}`,
    coupledTo && `shows ${coupledTo.entity} ${coupledTo.property}`,
  ];
  return limits.filter((limit) => typeof limit === 'string').join('; ');
}

/** Columns are as wide as their widest cell, as the formatter wants them. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = [head, ...rows].map((row) => row.map((cell) => cell.replaceAll('|', '\\|')));
  const widths = head.map((_, at) => Math.max(3, ...cells.map((row) => row[at]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  const [first = [], ...others] = cells;
  const rule = widths.map((width) => '-'.repeat(width));
  return [first, rule, ...others].map(line).join('\n');
}
