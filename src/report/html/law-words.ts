/** What each invariant says, for people who have never heard its name; by the name. */
const words: Readonly<Record<string, string>> = {
  'I1 convergence':
    'When both systems have come to rest, linked records hold the same in every property that the document maps.',
  'I3 quiescence': 'When nothing is left to do, nothing is written.',
  'I3 minimal writes': 'What is written is what differs, and no more.',
  'I5 provenance': "Every value that the engine writes has stood in the record's counterpart.",
  'I6 frame': 'What the document does not map is left as it was.',
  'I7 at most one counterpart': 'A record has at most one counterpart in the other system.',
  'I9 deletes do not travel': 'A deletion on one side deletes nothing on the other.',
  'I12 nothing forgotten':
    'Every change arrives, or the engine says that it did not and tries again.',
};

/** An invariant in a sentence; `undefined` for the law of a check, whose title is one. */
export function lawInWords(law: string): string | undefined {
  return Object.hasOwn(words, law) ? words[law] : undefined;
}
