import { expect, test } from 'vitest';
import { outcomeOf } from './outcome.ts';

test('All requirements kept is accepted', () => {
  expect(outcomeOf(['passed', 'passed'])).toEqual({
    outcome: 'accepted',
    sentence: 'Accepted: all 2 requirements are kept.',
  });
});

test('One that is not kept, or never settled, is not accepted, whatever else there is', () => {
  expect(outcomeOf(['passed', 'failed', 'untested', 'waived'])).toEqual({
    outcome: 'not accepted',
    sentence: 'Not accepted: 1 of 4 requirements is not kept; 1 untested, 1 waived.',
  });
  expect(outcomeOf(['inconclusive']).sentence).toBe(
    'Not accepted: 1 of 1 requirement is not kept.',
  );
});

test('What nobody looked at makes it incomplete, never accepted', () => {
  expect(outcomeOf(['passed', 'untested', 'manual', 'blocked'])).toEqual({
    outcome: 'incomplete',
    sentence: 'Incomplete: 2 of 4 requirements were not tested; 1 blocked.',
  });
});

test('A document that promises nothing is not accepted for it', () => {
  expect(outcomeOf([])).toEqual({
    outcome: 'incomplete',
    sentence: 'Incomplete: the document promises nothing.',
  });
});

test('What was blocked or waived is named in the sentence that accepts', () => {
  expect(outcomeOf(['passed', 'blocked', 'waived'])).toEqual({
    outcome: 'accepted',
    sentence: 'Accepted: 1 of 3 requirements are kept; 1 blocked, 1 waived.',
  });
});

test('One and several are said in their own grammar, and nothing is left out of the rest', () => {
  expect(outcomeOf(['passed']).sentence).toBe('Accepted: the one requirement is kept.');
  expect(outcomeOf(['failed', 'inconclusive', 'manual', 'blocked']).sentence).toBe(
    'Not accepted: 2 of 4 requirements are not kept; 1 blocked, 1 for a person to answer.',
  );
  expect(outcomeOf(['manual']).sentence).toBe('Incomplete: 1 of 1 requirement was not tested.');
});
