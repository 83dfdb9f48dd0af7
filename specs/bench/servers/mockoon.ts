import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

interface Bucket {
  readonly uuid: string;
  readonly id: string;
  value: string;
}

interface CrudRoute {
  readonly uuid: string;
  endpoint: string;
  readonly responses: readonly { databucketID: string }[];
}

interface Environment {
  port: number;
  hostname: string;
  readonly routes: CrudRoute[];
  readonly rootChildren: { type: 'route'; uuid: string }[];
  readonly data: Bucket[];
}

interface Commons {
  BuildEnvironment(options: { hasDefaultRoute: boolean }): Environment;
  BuildCRUDRoute(): CrudRoute;
  BuildDatabucket(): Bucket;
}

interface Server {
  MockoonServer: new (
    environment: Environment,
    options: { enableAdminApi: boolean; maxTransactionLogs: number },
  ) => {
    on(event: 'error' | 'started', heard: (reason: unknown) => void): void;
    start(): void;
  };
}

/** Serves a file's records by Mockoon: `mockoon.ts PEERS FILE PORT`. */
const [, , peers = '', file = '', port = ''] = process.argv;
const peer = createRequire(join(resolve(peers), 'package.json'));
const { BuildEnvironment, BuildCRUDRoute, BuildDatabucket }: Commons = peer('@mockoon/commons');
const { MockoonServer }: Server = peer('@mockoon/commons-server');

const bucket = BuildDatabucket();
bucket.value = readFileSync(file, 'utf8');
const route = BuildCRUDRoute();
route.endpoint = 'activities';
for (const response of route.responses) response.databucketID = bucket.id;
const environment = BuildEnvironment({ hasDefaultRoute: false });
environment.port = Number(port);
environment.hostname = '127.0.0.1';
environment.data.push(bucket);
environment.routes.push(route);
environment.rootChildren.push({ type: 'route', uuid: route.uuid });
const server = new MockoonServer(environment, { enableAdminApi: false, maxTransactionLogs: 1 });
server.on('error', (reason) => process.stderr.write(`${String(reason)}\n`));
server.start();
process.stdout.write('begun\n');
