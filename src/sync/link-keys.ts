import { toBase64UrlEncoded, toHexString } from 'lib0/buffer';
import type { CircleId } from '../domain/ids.ts';
import type { Invitation } from './invitation.ts';
import { requireSecurePage } from './link-impossible.ts';
import type { LinkKeys } from './link.ts';

/** What a circle's secret gives. None of the parts tells anything of the secret or of the others. */
export interface DerivedKeys extends LinkKeys {
  readonly circle: CircleId;
}

/**
 * HKDF-SHA-256 with a label for each use, so that a new use needs only a new label.
 * Rejects with `LinkImpossible` on a page without `crypto.subtle`.
 */
export async function deriveKeys({ secret }: Invitation): Promise<DerivedKeys> {
  requireSecurePage();
  const source = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits']);

  async function derive(label: string, length: number): Promise<Uint8Array> {
    const info = new TextEncoder().encode(`askwell 1 ${label}`);
    const salt = new Uint8Array();
    const how = { name: 'HKDF', hash: 'SHA-256', salt, info };
    return new Uint8Array(await crypto.subtle.deriveBits(how, source, length * 8));
  }

  const [circle, room, signalling, codes, relay] = await Promise.all([
    derive('circle', 16),
    derive('room', 16),
    derive('signalling', 32),
    derive('codes', 32),
    derive('relay', 32),
  ]);
  return {
    circle: toHexString(circle),
    room: toBase64UrlEncoded(room),
    signalling: toBase64UrlEncoded(signalling),
    codes: toBase64UrlEncoded(codes),
    relay: toBase64UrlEncoded(relay),
  };
}
