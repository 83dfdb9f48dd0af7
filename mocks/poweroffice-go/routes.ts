import type { Route } from '../route.ts';
import { listAnswer } from './list.ts';
import { type Parent, parents, type Resource } from './resource.ts';
import { deleteAnswer, oneAnswer, postAnswer, readPosted } from './write.ts';

/** Every operation on records that `apis.md 2` documents, and none that it does not. */
export function resourceRoutes(resource: (entity: string) => Resource): readonly Route[] {
  const contactPerson = resource('Contactperson');
  const projectActivity = resource('Projectactivity');
  return [
    ...flatRoutes('/TimeTracking/Activity', resource('Timetrackingactivity')),
    ...flatRoutes('/Project', resource('Project')),
    ...flatRoutes('/Customer', resource('Customer')),
    listRoute('/ProjectActivity', projectActivity),
    oneRoute('/ProjectActivity/{id}', projectActivity),
    ...childRoutes('/Project/{parentId}/Activity', projectActivity),
    listRoute('/PartyContactPerson', contactPerson),
    ...childRoutes('/Customer/{parentId}/Contact', contactPerson),
  ];
}

function flatRoutes(path: string, resource: Resource, parent?: Parent): readonly Route[] {
  return [
    listRoute(path, resource, parent),
    oneRoute(`${path}/{id}`, resource, parent),
    postRoute(path, resource, parent),
    deleteRoute(`${path}/{id}`, resource, parent),
  ];
}

function childRoutes(path: string, resource: Resource): readonly Route[] {
  return flatRoutes(path, resource, parents[resource.table.entity.name]);
}

function listRoute(path: string, resource: Resource, parent?: Parent): Route {
  const entity = resource.table.entity.name;
  const handle: Route['handle'] = (call) => listAnswer(resource, call, parent);
  return { method: 'GET', path, kind: 'list', entity, handle };
}

function oneRoute(path: string, resource: Resource, parent?: Parent): Route {
  const entity = resource.table.entity.name;
  const handle: Route['handle'] = (call) => oneAnswer(resource, call, parent);
  return { method: 'GET', path, kind: 'one', entity, handle };
}

function postRoute(path: string, resource: Resource, parent?: Parent): Route {
  const { entity } = resource.table;
  return {
    method: 'POST',
    path,
    kind: 'write',
    entity: entity.name,
    handle: (call) => postAnswer(resource, call, parent),
    addressed: ({ body }) => readPosted(entity, body)?.id,
  };
}

function deleteRoute(path: string, resource: Resource, parent?: Parent): Route {
  return {
    method: 'DELETE',
    path,
    kind: 'write',
    entity: resource.table.entity.name,
    handle: (call) => deleteAnswer(resource, call, parent),
    addressed: ({ params }) => params['id'],
  };
}
