import { sectionOf } from '../checklist.ts';
import { ours } from './document.ts';

const section = sectionOf(ours, 'CRMOffice Contacts to PowerOffice GO Contactperson');

section.promises('every');

section.promises('both-ways');
