import type { ServerResponse } from 'node:http';

const day = 24 * 60 * 60;

/**
 * Names exactly whom pages may connect to. It is silent on scripts and styles: the policy inside each
 * page allows those by hash, and browsers apply both policies.
 */
export const contentSecurityPolicy = (rendezvousOrigins: readonly string[]): string =>
  [
    `connect-src ${["'self'", ...rendezvousOrigins].join(' ')}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');

/**
 * For the copies that a service worker keeps of pages, headers and all: they outlive this `config.json`, so they name no
 * host, as the policy inside the pages does.
 */
export const policyToKeep = contentSecurityPolicy(['wss:']);

const permissions = [
  'clipboard-write=(self)',
  'fullscreen=(self)',
  'screen-wake-lock=(self)',
  ...['camera', 'display-capture', 'geolocation', 'microphone', 'payment', 'usb'].map(
    (feature) => `${feature}=()`,
  ),
].join(', ');

/** Names with a hash of their content never change; everything else is asked for again each time. */
const cacheControl = (path: string): string =>
  path.startsWith('_astro/') ? `public, max-age=${365 * day}, immutable` : 'no-cache';

/** `path` is relative to the built site, with forward slashes. */
export function setHeaders(response: ServerResponse, path: string, policy: string): void {
  response.setHeader('Cache-Control', cacheControl(path));
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Referrer-Policy', 'no-referrer');
  if (!path.endsWith('.html')) return;
  response.setHeader('Content-Security-Policy', policy);
  response.setHeader('Permissions-Policy', permissions);
}
