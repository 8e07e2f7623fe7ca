import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, request, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { contentSecurityPolicy } from '../../scripts/start/headers.ts';
import { site } from '../../scripts/start/site.ts';

const files = {
  'index.html': '<h1>Home</h1>',
  '404.html': '<h1>Not here</h1>',
  'guides/norms/index.html': '<h1>Norms</h1>',
  '_astro/page.abc.css': 'h1 { color: green }',
  'manifest.webmanifest': '{}',
  'sw.js': '// worker',
  'config.json': '{ "rendezvous": ["self", "wss://meet.example/y"], "iceServers": [] }',
};

let parent: string;
let folder: string;
let server: Server;
let log: string[];

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
}

async function open(base: string): Promise<void> {
  server = createServer(site({ folder, base, log: (line) => log.push(line) }));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
}

/** Sends the path as it is: `fetch` would tidy `..` away. */
async function get(path: string, headers: Record<string, string> = {}, method = 'GET') {
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const asked = request({ host: '127.0.0.1', port, path, headers, method }).end();
  const [response] = await once(asked, 'response');
  const parts: Buffer[] = [];
  for await (const part of response) parts.push(part);
  return {
    status: response.statusCode as number,
    headers: response.headers as Record<string, string>,
    body: Buffer.concat(parts).toString(),
  };
}

beforeEach(async () => {
  log = [];
  parent = await mkdtemp(join(tmpdir(), 'askwell-'));
  folder = join(parent, 'dist');
  await Promise.all(Object.entries(files).map(([path, text]) => write(path, text)));
  await writeFile(join(parent, 'secret.txt'), 'secret');
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await rm(parent, { recursive: true });
});

test.each([
  ['/', 200, 'text/html; charset=utf-8', 'no-cache'],
  ['/guides/norms/', 200, 'text/html; charset=utf-8', 'no-cache'],
  ['/sw.js', 200, 'text/javascript; charset=utf-8', 'no-cache'],
  ['/config.json', 200, 'application/json; charset=utf-8', 'no-cache'],
  ['/manifest.webmanifest', 200, 'application/manifest+json; charset=utf-8', 'no-cache'],
  ['/_astro/page.abc.css', 200, 'text/css; charset=utf-8', 'public, max-age=31536000, immutable'],
  ['/nowhere/', 404, 'text/html; charset=utf-8', 'no-cache'],
])('%s is answered with %i, its type and how long it keeps', async (path, status, type, cache) => {
  await open('/');
  const answer = await get(path);
  expect([answer.status, answer.headers['content-type'], answer.headers['cache-control']]).toEqual([
    status,
    type,
    cache,
  ]);
  expect(answer.headers['x-content-type-options']).toBe('nosniff');
  expect(answer.headers['referrer-policy']).toBe('no-referrer');
});

test('pages name exactly whom they may connect to, and may not be framed', async () => {
  await open('/');
  const { headers } = await get('/');
  expect(headers['content-security-policy']).toContain("connect-src 'self' wss://meet.example;");
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
  expect(headers['content-security-policy']).not.toMatch(/default-src|script-src|style-src/);
  expect(headers['permissions-policy']).toContain('screen-wake-lock=(self)');
  expect(headers['permissions-policy']).toContain('camera=()');
});

test('the header that docs/hosting.md recommends is the one that is sent', async () => {
  const docs = await readFile(join(import.meta.dirname, '../../docs/hosting.md'), 'utf8');
  const recommended = /^Content-Security-Policy: (.+)$/m.exec(docs)?.[1]?.split('; ') ?? [];
  expect(recommended).toHaveLength(2);
  const sent = contentSecurityPolicy(['wss://circles.example.org']).split('; ');
  expect(sent).toEqual(expect.arrayContaining(recommended));
});

test('the policy follows config.json, and a broken one leaves it as it was', async () => {
  await open('/');
  await write('config.json', '{ "rendezvous": ["nostr+wss://relay.example/path"] }');
  const changed = (await get('/')).headers['content-security-policy'];
  expect(changed).toContain("connect-src 'self' wss://relay.example;");
  await write('config.json', '{ "rendezvous": ["https://relay.example; script-src *"] }');
  expect((await get('/')).headers['content-security-policy']).toBe(changed);
  expect(log[0]).toContain('config.json cannot be used');
});

test('"public" stands for the relays that come with Askwell, and a relay for its WebSocket', async () => {
  await write('config.json', '{ "rendezvous": ["self", "public", "nostr+wss://own.example"] }');
  await open('/');
  const policy = (await get('/')).headers['content-security-policy'];
  expect(policy).toMatch(/connect-src 'self' (wss:\/\/[\w.]+ ){2,}wss:\/\/own\.example;/);
});

test('a copy that a service worker keeps names no host: it outlives the settings', async () => {
  await open('/');
  const { headers } = await get('/index.html?__WB_REVISION__=abc');
  expect(headers['content-security-policy']).toContain("connect-src 'self' wss:;");
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
});

test.each([
  '/../secret.txt',
  '/%2e%2e/secret.txt',
  '/..%2fsecret.txt',
  '/guides/..%5c..%5csecret.txt',
  '//secret.txt',
  '/%',
  '/%00',
  '/.git/config',
])('%s does not lead out of the folder', async (path) => {
  await open('/');
  const { status, body } = await get(path);
  expect([status, body]).toEqual([404, files['404.html']]);
});

test.each(['bytes=9-2', 'bytes=-', 'bytes=99999-', 'lines=1-2'])(
  'a senseless range (%s) does no harm',
  async (range) => {
    await open('/');
    expect((await get('/', { range })).status).toBe(200);
    expect((await get('/')).body).toBe(files['index.html']);
  },
);

test('an unchanged file is not sent again', async () => {
  await open('/');
  const { headers } = await get('/');
  expect(await get('/', { 'if-none-match': headers['etag']! })).toMatchObject({
    status: 304,
    body: '',
  });
});

test('only reading is allowed', async () => {
  await open('/');
  expect((await get('/', {}, 'POST')).status).toBe(405);
});

test('below a base path, addresses without it lead there or nowhere', async () => {
  await open('/toolkit/');
  expect(await get('/')).toMatchObject({ status: 302, headers: { location: '/toolkit/' } });
  expect(await get('/toolkit')).toMatchObject({ status: 302, headers: { location: '/toolkit/' } });
  expect((await get('/toolkit/')).body).toBe(files['index.html']);
  expect((await get('/toolkit/guides/norms')).headers['location']).toBe('/toolkit/guides/norms/');
  expect((await get('/guides/norms/')).status).toBe(404);
  expect((await get('/toolkitchen/')).status).toBe(404);
});
