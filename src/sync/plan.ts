import { conditionOf } from '../dataflow/condition.ts';
import type { Dataflow, MergeRow, PropertyRow, Section } from '../dataflow/dataflow.ts';
import { entityName } from '../dataflow/entity-name.ts';
import { obstacleIn } from '../dataflow/mapping.ts';
import { SyncproofError } from '../errors.ts';
import type { Referred, SectionSettings, Settings, Side } from '../settings.ts';
import type { Properties } from '../value.ts';
import { type Conversion, conversionOf } from './linked/convert.ts';
import type { EntityPort, SystemPort } from './port.ts';
import { sectionKey } from './section-key.ts';

/** One section of the document, ready to be synchronised. */
export interface SectionPlan {
  /** The section's part of its requirements' ids: unique, and stable when other sections change. */
  readonly key: string;
  readonly heading: string;
  readonly entity: Readonly<Record<Side, string>>;
  readonly port: Readonly<Record<Side, EntityPort>>;
  /** Where parents are looked up. */
  readonly targetSystem: SystemPort;
  /** Which unlinked source records get a new counterpart. */
  readonly creates: Creation;
  /** The rows on any one of which an existing pair is linked; none where nothing is merged. */
  readonly mergeOn: readonly MergeRow[];
  readonly rows: readonly MappedRow[];
  readonly settings: SectionSettings;
}

/** What makes a new counterpart: the section's opening rule, and what follows a `link-first`. */
export type Creation =
  | { readonly kind: 'always' }
  | { readonly kind: 'never' }
  | { readonly kind: 'while'; readonly holds: (source: Properties) => boolean }
  /** Once a record that refers to it is linked in one of these sections. */
  | { readonly kind: 'related'; readonly by: readonly Referred[] };

/** A row of the property table with the conversion that its data type names. */
export interface MappedRow {
  /** `subject=name`: names the row in links and intents. */
  readonly key: string;
  readonly source: string;
  readonly target: string;
  readonly conversion: Conversion;
  /** Whether no wins over yes, whichever is newer. */
  readonly isConsent?: boolean;
}

/** A section, or a row of one, that this engine cannot synchronise, and why. */
export interface Unsupported {
  readonly heading: string;
  readonly reason: string;
}

/** What the engine makes of a document: its sections in the order in which they must run. */
export interface Plan {
  readonly sections: readonly SectionPlan[];
  readonly unsupported: readonly Unsupported[];
}

interface PlanInput {
  readonly dataflow: Dataflow;
  readonly settings: Settings;
  readonly systems: Readonly<Record<Side, SystemPort>>;
}

/** Refuses (`settings`) sections whose settings depend on each other in a circle. */
export function planSections(input: PlanInput): Plan {
  const unsupported: Unsupported[] = [];
  const sections = input.dataflow.sections.flatMap((section) => {
    const plan = planSection(input, section);
    if ('reason' in plan) {
      unsupported.push(plan);
      return [];
    }
    unsupported.push(...unsupportedRules(input, section));
    unsupported.push(...section.properties.flatMap((row) => unsupportedRow(section, row)));
    return [plan];
  });
  return { sections: inOrder(sections), unsupported };
}

function planSection(input: PlanInput, section: Section): SectionPlan | Unsupported {
  const { dataflow, settings, systems } = input;
  const entity = {
    source: entityName({ entity: section.source, system: dataflow.source }),
    target: entityName({ entity: section.target, system: dataflow.target }),
  };
  const source = systems.source.entity(entity.source);
  const target = systems.target.entity(entity.target);
  if (source === undefined || target === undefined) {
    const missing = source === undefined ? section.source : section.target;
    return { heading: section.heading, reason: `no client knows ${missing}` };
  }
  return {
    key: sectionKey(section),
    heading: section.heading,
    entity,
    port: { source, target },
    targetSystem: systems.target,
    creates: creationIn(section, settings),
    mergeOn: section.mergeOn.filter((row) => row.source !== '' && row.target !== ''),
    rows: section.properties.flatMap((row) => mapped(row, settings.sections[section.heading])),
    settings: settings.sections[section.heading] ?? {},
  };
}

function creationIn({ heading, requirements }: Section, settings: Settings): Creation {
  const kinds = new Set(requirements.map(({ kind }) => kind));
  if (kinds.has('every') || kinds.has('adopt-or-create')) return { kind: 'always' };
  const conditional = requirements.find(({ kind }) => kind === 'conditional');
  const holds = conditional && settings.conditions[conditionOf(conditional)];
  if (holds !== undefined) return { kind: 'while', holds };
  const by = settings.sections[heading]?.relatedBy;
  if (kinds.has('created-by-relation') && by !== undefined) return { kind: 'related', by };
  return { kind: 'never' };
}

/** Rules that need a word in the settings and have none. */
function unsupportedRules({ settings }: PlanInput, section: Section): readonly Unsupported[] {
  const { heading, requirements } = section;
  return requirements.flatMap((requirement): readonly Unsupported[] => {
    const condition = requirement.kind === 'conditional' ? conditionOf(requirement) : undefined;
    if (condition !== undefined && settings.conditions[condition] === undefined) {
      return [{ heading, reason: `the settings do not say what "${condition}" means` }];
    }
    const unrelated = settings.sections[heading]?.relatedBy === undefined;
    return requirement.kind === 'created-by-relation' && unrelated
      ? [{ heading, reason: 'the settings do not say which records refer to it' }]
      : [];
  });
}

function mapped(row: PropertyRow, { consent = [] }: SectionSettings = {}): readonly MappedRow[] {
  const conversion = conversionOf(row.type);
  if (conversion === undefined || obstacleIn(row) !== undefined) return [];
  const { source, target } = row;
  const isConsent = consent.includes(source);
  return [{ key: `${source}=${target}`, source, target, conversion, isConsent }];
}

function unsupportedRow({ heading }: Section, row: PropertyRow): readonly Unsupported[] {
  const obstacle = obstacleIn(row);
  return obstacle === undefined
    ? []
    : [{ heading, reason: `line ${row.line}: ${obstacle.reason}` }];
}

/** Sections whose creates need another section's link come after that section. */
function inOrder(sections: readonly SectionPlan[]): readonly SectionPlan[] {
  const ordered: SectionPlan[] = [];
  const open = new Set<SectionPlan>();
  const visit = (plan: SectionPlan): void => {
    if (ordered.includes(plan)) return;
    if (open.has(plan)) {
      throw new SyncproofError(
        'settings',
        `"${plan.heading}" needs a link that needs it in turn: break the circle in the settings' "linked" values`,
      );
    }
    open.add(plan);
    for (const heading of neededBy(plan.settings)) {
      const needed = sections.find((each) => each.heading === heading);
      if (needed !== undefined && needed !== plan) visit(needed);
    }
    ordered.push(plan);
  };
  for (const plan of sections) visit(plan);
  return ordered;
}

/** The headings of the sections whose links a section's creates need. A section may refer to itself. */
function neededBy({ provide = {}, parent }: SectionSettings): readonly string[] {
  const provided = Object.values(provide).flatMap((each) =>
    each.kind === 'linked' || each.kind === 'referred' ? [each.section] : [],
  );
  return parent !== undefined && 'section' in parent ? [...provided, parent.section] : provided;
}
