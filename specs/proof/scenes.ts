import type { Scene } from '../faulty-engines/scene.ts';
import { type DocumentUnderTest, playable, subjectOf } from '../subject.ts';

/** Every check of every requirement of a document. */
export function scenesOf(document: DocumentUnderTest): readonly Scene[] {
  return document.dataflow.sections.flatMap((section) =>
    section.requirements.flatMap((requirement) => {
      const subject = subjectOf(document, section, requirement);
      const checks = playable(document, { requirement, subject });
      return checks.map((check) => ({ document, requirement, check, subject }));
    }),
  );
}

/** How results name a scene. */
export function sceneId({ requirement, check }: Pick<Scene, 'requirement' | 'check'>): string {
  return `${requirement.id}#${check.id}`;
}
