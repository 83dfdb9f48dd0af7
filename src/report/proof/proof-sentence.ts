import { falseAlarms, type Matrix } from './matrix.ts';
import type { Proof } from './proof.ts';

/** The whole proof in one sentence: what stands on top of every view of it. */
export function proofSentence(proof: Proof, { rows }: Matrix): string {
  if (proof.interrupted !== undefined) return `Not proved: ${proof.interrupted}.`;
  const missed = rows.filter(({ standing }) => !standing.startsWith('by its')).length;
  const alarms = falseAlarms(proof).length;
  const of = `${rows.length - missed} of ${rows.length} faults are caught by what must catch them`;
  const right =
    alarms === 0
      ? 'nothing rang for the engine that is right'
      : `${alarms} false ${alarms === 1 ? 'alarm' : 'alarms'} rang for the engine that is right`;
  return `${missed + alarms === 0 ? 'Proved' : 'Not proved'}: ${of}; ${right}.`;
}
