import type { OwnCheck } from '../../subject.ts';

/** An activity needs no subject, a time-tracking activity does (`apis.md` 2.4): what cannot cross is told. */
export const namelessActivityIsReported: OwnCheck = {
  heading: 'CRMOffice Activities to PowerOffice GO Timetrackingactivity',
  kind: 'every',
  id: 'nameless-activity-is-reported',
  title:
    'An activity without a subject cannot become a time-tracking activity: it is reported, and stops no other',
  play: async ({ source, ...stage }) => {
    const nameless = await source.create({ subject: null });
    const named = await source.create();
    await stage.rest();
    await stage.counterpart(named);
    stage.expect({
      holds: stage.reports.at(-1)?.problems.some(({ record }) => record?.id === nameless) === true,
      message: 'the engine does not report the activity without a subject',
    });
    await source.edit(nameless, { subject: 'Fikk et navn likevel' });
    await stage.rest();
    await stage.counterpart(nameless);
  },
};
