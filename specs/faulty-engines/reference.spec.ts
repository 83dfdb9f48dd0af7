import { allSectionsOf } from '../checklist.ts';
import { documents } from './documents.ts';

// An engine that is right passes every check of the proving documents: else a red would mean nothing.
allSectionsOf(documents.contacts);
allSectionsOf(documents['contact-persons']);
