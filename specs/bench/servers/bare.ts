import { createServer } from 'node:http';

const record = '{"id":"1001","subject":"Bare","createdAt":"2026-01-01T00:00:00.000Z"}';
const list = `{"items":[${Array.from({ length: 10 }, () => record).join(',')}],"total":10}`;

/** Answers every request with one of two fixed texts, after its body. */
const server = createServer((request, response) => {
  const body = request.url?.includes('?') ? list : record;
  const headers = { 'content-type': 'application/json', 'content-length': body.length };
  request.resume().on('end', () => response.writeHead(200, headers).end(body));
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  process.stdout.write(`http://127.0.0.1:${port}\n`);
});
