import { existsSync, readFileSync } from 'node:fs';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { join, relative, sep } from 'node:path';
import serveStatic from 'serve-static';
import { rendezvousOrigins } from './config.ts';
import { contentSecurityPolicy, policyToKeep, setHeaders } from './headers.ts';

export interface SiteOptions {
  /** The folder of the built site. */
  readonly folder: string;
  /** With a slash at both ends. */
  readonly base: string;
  readonly log: (line: string) => void;
}

/** What the service worker adds to the address of a page that it fetches to keep. */
const TO_KEEP = '__WB_REVISION__';

/** Answers requests with the files of the built site, below `base`. */
export function site({ folder, base, log }: SiteOptions): RequestListener {
  const configFile = join(folder, 'config.json');
  let policy = contentSecurityPolicy(rendezvousOrigins(configFile));

  /** A host may edit `config.json` while we run; pages read it each time, so the policy follows it. */
  function currentPolicy(): string {
    try {
      policy = contentSecurityPolicy(rendezvousOrigins(configFile));
    } catch (error) {
      log(`${String(error)} The connections allowed before stay allowed.`);
    }
    return policy;
  }

  function policyFor(path: string, query: string): string {
    if (!path.endsWith('.html')) return '';
    return new URLSearchParams(query).has(TO_KEEP) ? policyToKeep : currentPolicy();
  }

  function head(response: ServerResponse, file: string): void {
    const path = relative(folder, file).split(sep).join('/');
    const query = response.req.url?.split('?')[1] ?? '';
    setHeaders(response, path, policyFor(path, query));
  }

  const files = serveStatic(folder, {
    acceptRanges: false,
    cacheControl: false,
    setHeaders: head,
  });
  const notFoundFile = join(folder, '404.html');
  const notFoundPage = existsSync(notFoundFile) ? readFileSync(notFoundFile) : 'Not found';

  function notFound(response: ServerResponse): void {
    head(response, notFoundFile);
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.writeHead(404).end(notFoundPage);
  }

  function redirect(response: ServerResponse, location: string): void {
    response.writeHead(302, { Location: location }).end();
  }

  return (request: IncomingMessage & { originalUrl?: string }, response) => {
    const url = request.url ?? '/';
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    } else if (url === '/' && base !== '/') {
      redirect(response, base);
    } else if (url === base.slice(0, -1)) {
      redirect(response, base);
    } else if (!url.startsWith(base)) {
      notFound(response);
    } else {
      request.originalUrl = url;
      request.url = url.slice(base.length - 1);
      files(request, response, (error?: unknown) => {
        if (error !== undefined) log(`could not serve a file: ${String(error)}`);
        notFound(response);
      });
    }
  };
}
