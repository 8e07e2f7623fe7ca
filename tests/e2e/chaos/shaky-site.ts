import { createServer } from 'node:http';
import { join } from 'node:path';
import { attachRendezvous, type Rendezvous } from '../../../scripts/rendezvous.ts';
import { site } from '../../../scripts/start/site.ts';

/** The built site with a rendezvous that can be taken away and brought back. */
export class ShakySite {
  readonly log: string[] = [];
  readonly #server = createServer(
    site({
      folder: join(import.meta.dirname, '../../../dist'),
      base: '/',
      log: (line) => this.log.push(line),
    }),
  );
  #rendezvous: Rendezvous | null = null;

  static async open(): Promise<ShakySite> {
    const opened = new ShakySite();
    await new Promise<void>((resolve) => opened.#server.listen(0, '127.0.0.1', resolve));
    opened.bringRendezvous();
    return opened;
  }

  get url(): string {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('not open');
    return `http://127.0.0.1:${address.port}/`;
  }

  get rendezvous(): string {
    return `${this.url.replace('http', 'ws')}rendezvous`;
  }

  bringRendezvous(): void {
    const log = (line: string) => this.log.push(line);
    this.#rendezvous ??= attachRendezvous(this.#server, { path: '/rendezvous', log });
  }

  async takeRendezvous(): Promise<void> {
    await this.#rendezvous?.close();
    this.#rendezvous = null;
  }

  async close(): Promise<void> {
    await this.takeRendezvous();
    await new Promise((resolve) => {
      this.#server.close(resolve);
      this.#server.closeAllConnections();
    });
  }
}
