import type { Line } from './lines.ts';
import { bestSplit, isOfSystem, type Names, splitNames } from './names.ts';
import type { Sentence } from './paragraph.ts';
import type { LineRegister } from './register.ts';
import { entitiesIn, isAbout } from './sentences.ts';

/**
 * The two entities of a section. A name can contain " to " itself: the heading is split where
 * most of the section's sentences split it, or else where the systems' names do. Sentences about
 * other entities are reported, and so is a heading that cannot be split; its sentences then say.
 */
export function readEntities(section: {
  readonly heading: Line;
  readonly sentences: readonly Sentence[];
  readonly systems: Names;
  readonly register: LineRegister;
}): Names {
  const { heading, sentences, systems, register } = section;
  const split = bestSplit(splitNames(heading.content), (names) => {
    const agreeing = sentences.filter((sentence) => isAbout(names, sentence)).length;
    return agreeing * 2 + (areOfSystems(names, systems) ? 1 : 0);
  });
  if (split === undefined) {
    register.report(heading, 'this heading is not "A to B"; its sentences tell its entities');
  }
  const names = split ??
    sentences.map(entitiesIn).find((found) => found !== undefined) ?? {
      source: heading.content,
      target: '',
    };
  for (const sentence of sentences) {
    if (!isAbout(names, sentence)) {
      register.report(
        sentence.line,
        'this sentence names other entities than its heading; read all the same',
      );
    }
  }
  return names;
}

function areOfSystems(names: Names, systems: Names): boolean {
  return isOfSystem(names.source, systems.source) && isOfSystem(names.target, systems.target);
}
