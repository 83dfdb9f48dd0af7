import { sectionOf } from '../checklist.ts';
import { ours } from './document.ts';

const section = sectionOf(ours, 'CRMOffice Activities to PowerOffice GO Projectactivity');

section.promises('every');

section.promises('both-ways');

section.carries('subject', 'name');
