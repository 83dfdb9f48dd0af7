import { parents } from '../../fixtures/records/poweroffice-go.ts';
import { defaultSettings, type Settings } from '../../src/settings.ts';

const projectActivities = 'CRMOffice Activities to PowerOffice GO Projectactivity';
const timeTracking = 'CRMOffice Activities to PowerOffice GO Timetrackingactivity';
const contactPersons = 'CRMOffice Contacts to PowerOffice GO Contactperson';

/** What our document leaves open: every entry closes a gap that the checklist shows as a finding. */
export const settings: Settings = {
  ...defaultSettings,
  sections: {
    [projectActivities]: {
      parent: { entity: 'Project', property: 'code', value: parents.projectCode },
      provide: { activityCode: { kind: 'linked', section: timeTracking, property: 'code' } },
      marker: 'activityCode',
      // A project activity shows the name of the activity whose code it carries (apis.md 2.2).
      writeThrough: { name: { section: timeTracking, property: 'name' } },
    },
    [timeTracking]: {
      provide: {
        activityType: { kind: 'constant', value: 100 },
        code: { kind: 'marker', prefix: 'CRM-' },
        name: { kind: 'copy', property: 'subject' },
      },
      marker: 'code',
    },
    [contactPersons]: {
      parent: { entity: 'Customer', property: 'code', value: parents.customerCode },
      provide: {
        firstName: { kind: 'copy', property: 'givenName' },
        lastName: { kind: 'copy', property: 'familyName' },
        externalCode: { kind: 'marker', prefix: 'CRM-' },
      },
      marker: 'externalCode',
    },
  },
};
