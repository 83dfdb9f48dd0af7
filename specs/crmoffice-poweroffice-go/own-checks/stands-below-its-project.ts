import { parents } from '../../../fixtures/records/poweroffice-go.ts';
import type { OwnCheck } from '../../subject.ts';

/** What the settings say of a project activity is part of its promise. */
export const standsBelowItsProject: OwnCheck = {
  heading: 'CRMOffice Activities to PowerOffice GO Projectactivity',
  kind: 'every',
  id: 'stands-below-its-project',
  title:
    'A new project activity stands below the project that the settings name, with a code of its own',
  play: async ({ source, target, ...stage }) => {
    const activity = await source.create({ subject: 'Oppstartsmøte med kunden' });
    await stage.rest();
    const created = await target.read(await stage.counterpart(activity));
    stage.expect({
      holds: created['projectCode'] === parents.projectCode,
      message: 'the project activity stands below another project',
      expected: parents.projectCode,
      found: String(created['projectCode']),
    });
    stage.expect({
      holds: created['activityCode'] === `CRM-${activity}`,
      message:
        'it does not carry the code of the time-tracking activity made for the same activity',
      expected: `CRM-${activity}`,
      found: String(created['activityCode']),
    });
  },
};
