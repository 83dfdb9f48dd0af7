import { z } from 'zod';
import type { Entity, Property } from '../contract/contract.ts';
import { isObject, type Nested, place } from '../http/paths.ts';
import type { RecordShapes } from './api-dialect.ts';

/** A record's two shapes, from its contract; named, so that the document says each once. */
export function recordShapes(entity: Entity): RecordShapes {
  const properties = [...entity.properties.values()];
  const seen = properties.filter(({ fact }) => fact.shown !== 'never');
  const written = properties.filter(({ readOnly, fact }) => !readOnly || fact.kept === 'id');
  return {
    shown: nested(seen, 'shown').meta({ id: entity.name }),
    sent: nested(written, 'sent').meta({ id: `${entity.name}Sent` }),
  };
}

type Way = keyof RecordShapes;

function nested(properties: readonly Property[], way: Way): z.ZodObject {
  const tree: Nested = {};
  for (const property of properties) {
    const schema = described(property, way);
    const always = way === 'shown' && isAlwaysThere(property);
    place(tree, property.keys, { leaf: always ? schema : schema.optional() });
  }
  return objectOf(tree);
}

function isAlwaysThere({ required, fact }: Property): boolean {
  return required || fact.kept !== undefined || fact.otherwise !== undefined;
}

function objectOf(tree: Nested): z.ZodObject {
  const shape: Record<string, z.ZodType> = {};
  for (const [key, node] of Object.entries(tree)) {
    if (!isObject(node)) continue;
    shape[key] = node['leaf'] instanceof z.ZodType ? node['leaf'] : objectOf(node).optional();
  }
  return z.object(shape);
}

/** The schema with what only the facts say: read-only, unique, required on a create, source, assumption. */
function described({ schema, items, fact, readOnly }: Property, way: Way): z.ZodType {
  const words = [
    fact.required ? 'Wanted on a create.' : '',
    fact.createOnly ? 'Taken on a create only.' : '',
    fact.unique ? 'Unique.' : '',
    fact.assumed === undefined ? '' : `Assumed: ${fact.assumed}`,
  ].filter((word) => word !== '');
  return (items ? z.array(items[way]) : schema).meta({
    ...(readOnly ? { readOnly: true } : {}),
    ...(words.length === 0 ? {} : { description: words.join(' ') }),
    'x-source': fact.source,
  });
}
