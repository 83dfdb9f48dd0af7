/** Said of each property whose name is known and whose limits are not. */
export const unlimited =
  'Text of any length, not required, not unique: nothing is known of limits.';

/** Said of each property that a plain REST system has and of which nothing is known in CRMOffice. */
export const unnamed = 'Neither name nor format is publicly known.';
