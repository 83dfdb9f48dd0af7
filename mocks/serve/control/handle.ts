import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { URLPattern } from 'node:url';
import { z } from 'zod';
import { FaultPlanRefused } from '../../faults/plan.ts';
import { readBody } from '../body.ts';
import type { Handle } from '../listener.ts';
import { refuse, replyJson } from '../reply.ts';
import { ledgerOperation } from './ledger-operation.ts';
import type { ControlCall, ControlReply, Operation } from './operation.ts';
import { partyOperations } from './party-operations.ts';
import { stateOperations } from './state-operations.ts';

const operations: readonly Operation[] = [ledgerOperation, ...stateOperations, ...partyOperations];

const compiled = operations.map((operation) => ({
  operation,
  pattern: new URLPattern({ pathname: operation.path }),
}));

/** The control API: JSON in and out, without CORS, for whoever is on this machine. */
export function controlHandle(setting: Pick<ControlCall, 'history' | 'draining'>): Handle {
  return async (request, response) => {
    const { method = '', url = '' } = request;
    if (!url.startsWith('/')) return refuse(response, 400, 'The target must be a path.');
    const { pathname, searchParams } = new URL(`http://control${url}`);
    if (pathname === '/' && method === 'GET') return help(response);
    const found = find(method, pathname);
    if (!found) return refuse(response, 404, `There is no ${method} ${pathname}; GET / tells.`);
    const body = await bodyOf(request);
    if ('refused' in body) return refuse(response, body.refused, body.error);
    const call = { ...setting, params: found.params, query: searchParams, text: body.text };
    await send(await done(found.operation, call), response);
  };
}

function find(
  method: string,
  pathname: string,
): { readonly operation: Operation; readonly params: ControlCall['params'] } | undefined {
  for (const { operation, pattern } of compiled) {
    const groups = operation.method === method && pattern.exec({ pathname })?.pathname.groups;
    if (groups) return { operation, params: decoded(groups) };
  }
  return undefined;
}

function decoded(groups: Readonly<Record<string, string | undefined>>): ControlCall['params'] {
  const params = Object.entries(groups).map(([name, text = '']) => {
    try {
      return [name, decodeURIComponent(text)];
    } catch {
      return [name, text];
    }
  });
  return Object.fromEntries(params);
}

type Body = { readonly text: string } | { readonly refused: number; readonly error: string };

async function bodyOf(request: IncomingMessage): Promise<Body> {
  const text = await readBody(request);
  if (text === undefined) return { refused: 413, error: 'The body is longer than 1 MB.' };
  const isJson = /^application\/json\b/i.test(request.headers['content-type'] ?? '');
  if (text !== '' && !isJson) return { refused: 415, error: 'The body must be application/json.' };
  return { text };
}

async function done(operation: Operation, call: ControlCall): Promise<ControlReply> {
  try {
    return await operation.handle(call);
  } catch (cause) {
    const error = misfit(cause);
    if (error === undefined) throw cause;
    return { status: 400, body: { error } };
  }
}

/** What is wrong with what was sent, where that is what went wrong. */
function misfit(cause: unknown): string | undefined {
  if (cause instanceof z.ZodError) return z.prettifyError(cause);
  if (cause instanceof FaultPlanRefused) return cause.message;
  return cause instanceof SyntaxError ? 'The body is not JSON.' : undefined;
}

async function send(reply: ControlReply, response: ServerResponse): Promise<void> {
  if (!('lines' in reply)) {
    const { status, body } = reply;
    if (body === undefined) response.writeHead(status).end();
    else replyJson(response, { status, body });
    return;
  }
  const type = { 'content-type': 'application/x-ndjson; charset=utf-8' };
  response.writeHead(reply.status, { ...type, connection: 'close' });
  response.flushHeaders();
  // A reader that goes away is no defect of anybody.
  await pipeline(Readable.from(reply.lines), response).catch(() => response.destroy());
}

function help(response: ServerResponse): void {
  const lines = operations.map(({ method, path, says }) => `${method} ${path}\n    ${says}`);
  const text = `What can be done to the twins. Bodies and answers are JSON; what is refused says {"error"}.\n\n${lines.join('\n')}\n`;
  response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' }).end(text);
}
