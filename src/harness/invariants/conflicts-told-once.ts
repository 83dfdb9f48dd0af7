import type { Violation } from '../../checklist/violation.ts';
import type { ReportedConflict } from '../system-under-test.ts';
import type { Scene } from '../watching/scene.ts';
import { conflictInWords, isSameConflict, lostPuts, placesOf } from '../watching/told-conflict.ts';
import type { Invariant } from './invariant.ts';

/**
 * A loss is told once: news that comes back with every pass is read by nobody. Where an engine was
 * started since it was told last, that one cannot know whether anybody heard.
 */
export const conflictsToldOnce: Invariant = {
  law: 'I4 conflicts are told once',
  judge: async (scene) => {
    const now = scene.told.at(-1)?.report.conflicts ?? [];
    return now
      .filter((one, place) => now.findIndex((other) => isSameConflict(one, other)) === place)
      .flatMap((conflict) => judge(scene, conflict));
  },
};

function judge(scene: Scene, conflict: ReportedConflict): readonly Violation[] {
  const places = placesOf(scene, conflict);
  const typed = places.flatMap((at) => lostPuts(at, conflict)).length;
  const told = tellings(scene, conflict);
  if (told <= Math.max(1, typed)) return [];
  return [
    {
      law: conflictsToldOnce.law,
      message: `the engine tells ${told} times that ${conflictInWords(conflict)} lost against another edit, which was typed there ${typed <= 1 ? 'once' : `${typed} times`}`,
    },
  ];
}

/** How often it was told by an engine that must have known whether it had been. */
function tellings({ told, starts }: Scene, conflict: ReportedConflict): number {
  const passes = told.flatMap(({ report, upTo }, place) => {
    const from = told[place - 1]?.upTo ?? 0;
    const same = report.conflicts.filter((each) => isSameConflict(each, conflict));
    return same.map(() => ({ from, upTo }));
  });
  const isNews = (place: number): boolean => {
    const [last, now] = [passes[place - 1], passes[place]];
    if (last === undefined || now === undefined) return true;
    return !starts.some((start) => start >= last.from && start <= now.upTo);
  };
  return passes.filter((_, place) => isNews(place)).length;
}
