import type { Provided } from '../../settings.ts';
import type { Properties, Value } from '../../value.ts';
import type { Stage } from '../stage/stage.ts';
import type { Pair } from '../watching/pairing.ts';

/** The values that the settings give a new counterpart are there, worked out again from the settings. */
export async function expectProvided(stage: Stage, pair: Pair): Promise<void> {
  const source = await stage.source.read(pair.sourceId);
  const target = await stage.target.read(pair.targetId);
  for (const [property, provided] of Object.entries(stage.bench.settings.provide ?? {})) {
    const expected = expectedValue(provided, { sourceId: pair.sourceId, source });
    if (expected === undefined) continue;
    const found = target[property] ?? null;
    stage.expect({
      holds: JSON.stringify(found) === JSON.stringify(expected),
      message: `${property} of the new ${stage.bench.section.target} is not what the settings say`,
      expected: JSON.stringify(expected),
      found: JSON.stringify(found),
    });
  }
}

interface Origin {
  readonly sourceId: string;
  readonly source: Properties;
}

/** `undefined` for a linked value: it is another record's, and its own section's checks see to it. */
function expectedValue(provided: Provided, { sourceId, source }: Origin): Value | undefined {
  switch (provided.kind) {
    case 'constant':
      return provided.value;
    case 'copy':
      return source[provided.property] ?? null;
    case 'marker':
      return `${provided.prefix}${sourceId}`;
    case 'linked':
    case 'referred':
      return undefined;
  }
}
