import type { ConformanceCase } from '../conformance-case.ts';
import type { Made, OfficeSession } from '../office-session.ts';

/** A case about v1 of PowerOffice GO. */
export type OfficeCase = ConformanceCase<OfficeSession>;

export const activities = '/TimeTracking/Activity';

type More = Readonly<Record<string, unknown>>;

/** An activity that is not billable, unless `more` says otherwise. */
export function makeActivity(session: OfficeSession, more: More = {}): Promise<Made> {
  const name = session.system.names();
  return session.make(activities, { activityType: 200, code: name, name, ...more });
}

export function makeCustomer(session: OfficeSession, more: More = {}): Promise<Made> {
  return session.make('/Customer', { name: session.system.names(), ...more });
}

/** A project with a code without dots. */
export function makeProject(session: OfficeSession, more: More = {}): Promise<Made> {
  const name = session.system.names();
  return session.make('/Project', { code: name, name, ...more });
}

/** A contact person below a new customer, or below `parent`. */
export async function makePerson(
  session: OfficeSession,
  { parent, ...more }: More & { readonly parent?: Made } = {},
): Promise<Made & { readonly parent: Made }> {
  const above = parent ?? (await makeCustomer(session));
  const lastName = session.system.names();
  const made = await session.make(`${above.path}/Contact`, { firstName: 'A', lastName, ...more });
  return { ...made, parent: above };
}

/** An activity in a project, both new. */
export async function makeProjectActivity(
  session: OfficeSession,
): Promise<Made & { readonly activity: Made; readonly project: Made }> {
  const activity = await makeActivity(session);
  const project = await makeProject(session);
  const sent = { activityCode: activity.data['code'] };
  const made = await session.make(`${project.path}/Activity`, sent);
  return { ...made, activity, project };
}

/** An id that no record has. */
export const nobody = 999_999_999;
