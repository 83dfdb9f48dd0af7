/**
 * What each invariant says, for people who have never heard its name; by the name. A spec holds
 * the names against the invariants, so that neither has one that the other lacks.
 */
export const lawWords: ReadonlyMap<string, string> = new Map([
  [
    'I1 convergence',
    'When both systems have come to rest, linked records hold the same in every property that the document maps.',
  ],
  [
    'I2 link bijection',
    "A record has one partner, and no other record's values get into either of the two.",
  ],
  ['I3 quiescence', 'When nothing is left to do, nothing is written.'],
  ['I3 minimal writes', 'What is written is what differs, and no more.'],
  ['I4 conflicts are told once', 'What lost against another edit is told once.'],
  [
    'I4 told conflicts are real',
    'What is told to have lost was typed there, and something else on the other side meanwhile.',
  ],
  [
    'I4 told losers are overwritten',
    'What is told to have lost is gone, and what is told to have won stands in its place.',
  ],
  [
    'I4 no lost update',
    'What a user typed arrives, unless a later value replaced it; one that lost to another is reported.',
  ],
  [
    'I5 provenance',
    "Every value that the engine writes has stood in the record's counterpart, and a reference points to a counterpart.",
  ],
  ['I6 frame', 'What the document does not map is left as it was.'],
  [
    'I7 at most one counterpart',
    'A record has at most one counterpart in the other system, whatever fails.',
  ],
  [
    'I7 lines are made once',
    'A line that nobody has changed is made once, and not again when another line is edited.',
  ],
  [
    'I8 restart equivalence',
    'An engine that was ended or killed goes on where it was: nothing is made twice, nothing is passed over.',
  ],
  ['I9 deletes do not travel', 'A deletion on one side deletes nothing on the other.'],
  [
    'I9 deletions are told',
    'When one of two linked records is deleted, the engine says so soon: people have no other way to learn of it.',
  ],
  [
    'I10 fail closed',
    'A read that failed proves nothing: nothing is deleted or made on the strength of it, and nothing is passed over.',
  ],
  [
    'I11 monotone application',
    'Versions arrive in the order in which they were typed: no older one replaces a newer one.',
  ],
  [
    'I12 nothing forgotten',
    'Every change arrives, or the engine says that it did not and tries again.',
  ],
  [
    'I12 honest status',
    'What the engine says of its work is true: what is open is reported with its reason, and nothing else is.',
  ],
  [
    'I12 disappearances are told',
    'When records that it keeps in sync are shown to it no more, the engine says so.',
  ],
  ['I13 budget', 'The number of requests is in proportion to what there was to do.'],
  [
    'I13 restraint',
    'A system that asks to be left alone is left alone, and no more tokens are asked for than needed.',
  ],
  [
    'I14 confidentiality',
    'What the document does not let travel, and credentials, are in no request to the other system and in no report.',
  ],
  [
    'I14 a no stays a no',
    "A no to a use of somebody's data becomes a yes only when a person says so who could see the no.",
  ],
]);
