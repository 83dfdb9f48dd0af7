import type { Problem } from '../contract/validate.ts';
import type { Row } from '../records/row.ts';
import type { Rules, Store } from '../records/store.ts';
import type { Table } from '../records/table.ts';
import { isEmpty, type Properties } from '../records/value.ts';
import { billable } from './contract/activity.ts';
import { referenceRules } from './references.ts';
import type { StreetAddresses } from './street-addresses.ts';

/** What the rules need beside the store. */
export interface RuleSetting {
  readonly entities: readonly string[];
  readonly addresses: StreetAddresses;
}

/** Puts the rules of PowerOffice GO on its entities: references for all, and each one's own. */
export function addRules(store: Store, setting: RuleSetting): void {
  const { entities, addresses } = setting;
  const firstCodes: Readonly<Record<string, () => Properties>> = {
    Project: freeCode(store.table('Project'), { first: 1, asText: true }),
    Customer: freeCode(store.table('Customer'), { first: 10_001, asText: false }),
    Supplier: freeCode(store.table('Supplier'), { first: 20_001, asText: false }),
  };
  for (const entity of entities) {
    const rules = referenceRules(store, entity);
    const assign = firstCodes[entity];
    store.rule(entity, {
      ...rules,
      problems: (fields, before) => [
        ...rules.problems(fields, before),
        ...(ownProblems[entity]?.(fields, before, store) ?? []),
        ...(entity === 'Customer' ? addresses.problems(fields) : []),
      ],
      settled: (fields, before) => {
        const coded = assign && isEmpty(fields['code']) ? { ...fields, ...assign() } : fields;
        if (entity === 'Customer') return rules.settled(addresses.settled(coded, before), before);
        return rules.settled(entity === 'Project' ? subProject(coded) : coded, before);
      },
    } satisfies Rules);
  }
}

type OwnProblems = (
  fields: Properties,
  before: Row | undefined,
  store: Store,
) => readonly Problem[];

const ownProblems: Readonly<Record<string, OwnProblems>> = {
  Timetrackingactivity: (fields) =>
    unless(isEmpty(fields['productCode']) || fields['activityType'] === billable, {
      path: 'productCode',
      message: 'productCode is only for billable activities.',
    }),
  Projectactivity: (fields, before, store) => {
    const { activityCode = null, projectCode = null } = fields;
    const same = store.table('Projectactivity').where('projectCode', projectCode);
    const taken = same.some(
      (row) => row.id !== before?.id && row.fields['activityCode'] === activityCode,
    );
    return unless(!taken, {
      path: 'activityCode',
      message: `Activity ${String(activityCode)} is already in the project.`,
    });
  },
  Project: (fields) => [
    ...unless(isEmpty(fields['fixedPrice']) || fields['billingMethod'] === 2, {
      path: 'fixedPrice',
      message: 'fixedPrice needs billing method FixedPrice.',
    }),
    ...unless(isEmpty(fields['billableRate']) || ratesByProject(fields), {
      path: 'billableRate',
      message: 'billableRate needs billing by time, with rates by project.',
    }),
  ],
};

function ratesByProject(fields: Properties): boolean {
  const byTime = fields['billingMethod'] === 1 || fields['billingMethod'] === 3;
  return byTime && fields['billingHourlyRateSpecification'] === 3;
}

function unless(fine: boolean, problem: Omit<Problem, 'kind'>): readonly Problem[] {
  return fine ? [] : [{ kind: 'rule', ...problem }];
}

/** A sub-project's code is kept behind its parent's, `Parent.Code` (`apis.md 2.3`). */
function subProject(fields: Properties): Properties {
  const { code, parentProjectCode } = fields;
  if (isEmpty(parentProjectCode) || typeof code !== 'string') return fields;
  const start = `${String(parentProjectCode)}.`;
  return code.startsWith(start) ? fields : { ...fields, code: `${start}${code}` };
}

function freeCode(
  table: Table,
  series: { readonly first: number; readonly asText: boolean },
): () => Properties {
  let next = series.first;
  return () => {
    const code = (): string | number => (series.asText ? String(next) : next);
    while (table.where('code', code()).length > 0) next += 1;
    return { code: code() };
  };
}
