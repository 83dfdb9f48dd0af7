import type { Route } from '../http/route.ts';
import { bound } from './binding.ts';
import { listAnswer } from './list.ts';
import { privilegesFor } from './privileges.ts';
import { type Parent, parents, type Resource } from './resource.ts';
import { deleteAnswer, oneAnswer, postAnswer, readPosted } from './write.ts';

/** Every operation on records that `apis.md 2` documents, and none that it does not. */
export function resourceRoutes(resource: (entity: string) => Resource): readonly Route[] {
  const at = (path: string, entity: string, service: string): Place => {
    return { path, resource: resource(entity), service };
  };
  const person = 'PartyContactPerson';
  return [
    ...fullRoutes(at('/TimeTracking/Activity', 'Timetrackingactivity', 'TimeTracking')),
    ...fullRoutes(at('/TimeTracking/HourType', 'HourType', 'TimeTracking')),
    ...fullRoutes(at('/Project', 'Project', 'Project')),
    ...fullRoutes(at('/Customer', 'Customer', 'Customer')),
    ...fullRoutes(at('/Supplier', 'Supplier', 'Supplier')),
    listRoute(at('/ProjectActivity', 'Projectactivity', 'Project')),
    oneRoute(at('/ProjectActivity', 'Projectactivity', 'Project')),
    ...below(parents.project, at('/Project/{parentId}/Activity', 'Projectactivity', 'Project')),
    listRoute(at('/PartyContactPerson', 'Contactperson', person)),
    ...below(parents.customer, at('/Customer/{parentId}/Contact', 'Contactperson', person)),
    ...below(parents.supplier, at('/Supplier/{parentId}/Contact', 'Contactperson', person)),
  ];
}

interface Place {
  readonly path: string;
  readonly resource: Resource;
  /** As privileges name it. */
  readonly service: string;
  readonly parent?: Parent;
}

function below(parent: Parent, place: Place): readonly Route[] {
  return fullRoutes({ ...place, parent });
}

function fullRoutes(place: Place): readonly Route[] {
  return [listRoute(place), oneRoute(place), postRoute(place), deleteRoute(place)];
}

function listRoute({ path, resource, service, parent }: Place): Route {
  return {
    method: 'GET',
    path,
    kind: 'list',
    entity: resource.table.entity.name,
    privileges: privilegesFor(service, 'read'),
    handle: bound(resource, (call) => listAnswer(resource, call, parent)),
  };
}

function oneRoute({ path, resource, service, parent }: Place): Route {
  return {
    method: 'GET',
    path: `${path}/{id}`,
    kind: 'one',
    entity: resource.table.entity.name,
    privileges: privilegesFor(service, 'read'),
    handle: bound(resource, (call) => oneAnswer(resource, call, parent)),
    addressed: ({ params }) => params['id'],
  };
}

function postRoute({ path, resource, service, parent }: Place): Route {
  const { entity } = resource.table;
  return {
    method: 'POST',
    path,
    kind: 'write',
    entity: entity.name,
    privileges: privilegesFor(service, 'write'),
    handle: bound(resource, (call) => postAnswer(resource, call, parent)),
    addressed: ({ body }) => readPosted(entity, body)?.id,
  };
}

function deleteRoute({ path, resource, service, parent }: Place): Route {
  return {
    method: 'DELETE',
    path: `${path}/{id}`,
    kind: 'write',
    entity: resource.table.entity.name,
    privileges: privilegesFor(service, 'write'),
    handle: bound(resource, (call) => deleteAnswer(resource, call, parent)),
    addressed: ({ params }) => params['id'],
  };
}
