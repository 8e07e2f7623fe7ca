import { foundCircle } from '../document/about.ts';
import type { Doc } from '../document/early-doc.ts';
import type { Session } from '../domain/session.ts';
import type { RememberedCircle } from '../storage/database.ts';
import { RememberedCircles } from '../storage/remembered-circles.ts';
import { newInvitation, readInvitation, type Invitation } from '../sync/invitation.ts';
import { LinkImpossible } from '../sync/link-impossible.ts';
import { deriveKeys } from '../sync/link-keys.ts';
import type { CodeFromLink } from './carried-codes.svelte.ts';
import { nameOnly, namesCircle } from './circle-address.ts';
import { CirclesHere } from './circles-here.svelte.ts';
import { Connecting } from './connecting.ts';
import { rememberConsent } from './contact-consent.ts';
import type { MyAction } from './mine-across.ts';
import type { OpenCircle } from './open-circle.ts';
import { openCircle } from './open-from-disk.ts';
import type { Restored } from './seat-file.ts';
import { circleParts, type PartShown, type Trouble, type View } from './view.ts';

/** The circle page: which view the address asks for, and the circle that is open. */
export class App {
  #open = $state.raw<OpenCircle | null>(null);
  #route = $state.raw<'loading' | 'start' | 'rehearsal' | 'file' | 'mine' | 'circle' | 'session'>(
    'loading',
  );
  #shown = $state.raw<PartShown | null>(null);
  #trouble = $state.raw<Trouble | null>(null);
  #entered = $state.raw<Session | null>(null);
  /** A code that came in the address, until the exchange of codes has taken it. */
  codeFromLink = $state.raw<CodeFromLink | null>(null);
  readonly base: string;
  readonly here: CirclesHere;
  readonly #connecting: Connecting;
  #following: Promise<void> = Promise.resolve();

  /** @param base the path below which the site is served, with slashes: `/` or `/toolkit/` */
  constructor(base: string) {
    this.base = base;
    this.#connecting = new Connecting(base);
    this.here = new CirclesHere(this.#connecting);
  }

  readonly view: View = $derived.by(() => {
    if (this.#trouble) return { kind: 'trouble', trouble: this.#trouble };
    const circle = this.#open;
    const route = this.#route;
    if (route === 'start' || route === 'rehearsal' || route === 'file' || route === 'mine')
      return { kind: route };
    if (!circle) return { kind: 'loading' };
    if (!circle.isSeated) return { kind: 'join', circle };
    const session = route === 'session' ? this.#entered : null;
    return session
      ? { kind: 'session', circle, session }
      : { kind: 'circle', circle, shown: this.#shown };
  });

  /** Follows the address from now on. Returns its own undo. */
  start(): () => void {
    // One after the other: two circles that open at once would both stay connected.
    const follow = (): void => {
      this.#following = this.#following
        .then(() => this.#follow(location.hash))
        .catch((error: unknown) => this.#fail(error));
    };
    window.addEventListener('hashchange', follow);
    if (namesCircle(location.hash)) this.#connecting.loadAhead();
    follow();
    return () => window.removeEventListener('hashchange', follow);
  }

  async #follow(hash: string): Promise<void> {
    const [name = '', page = '', about = ''] = hash.slice(1).split('/');
    this.#trouble = null;
    const part = circleParts.find((each) => each === page);
    this.#shown = part ? { part, about } : null;
    if (name === 'try') this.#route = 'rehearsal';
    else if (name === 'file' || name === 'mine') this.#route = name;
    else if (name === '' || name === 'new') this.#route = 'start';
    else if (name.startsWith('my-')) await this.#openKnown(name.slice('my-'.length), page);
    else if (name.startsWith('code-')) await this.#openCode(name);
    else await this.#openInvitation(hash);
  }

  async #openKnown(id: string, page: string): Promise<void> {
    if (this.#open?.remembered.id !== id) {
      const { database } = await this.here.surroundings();
      if (!database) return this.#show('no-disk');
      const remembered = await new RememberedCircles(database).find(id);
      if (!remembered) return this.#show('unknown-circle');
      const reading = readInvitation(remembered.invitation);
      if (reading.kind !== 'ok') return this.#show('unknown-circle');
      await this.#openRemembered(remembered, reading.invitation);
    }
    if (page === 'session' && this.#open) this.#enter(this.#open);
    this.#route = page === 'session' ? 'session' : 'circle';
  }

  async #openInvitation(hash: string): Promise<void> {
    const reading = readInvitation(hash);
    if (reading.kind !== 'ok')
      return this.#show(reading.kind === 'none' ? 'no-link' : reading.kind);
    const keys = deriveKeys(reading.invitation);
    const doc = this.#connecting.lookAhead(keys);
    try {
      const remembered = await this.here.recall(reading.invitation, keys);
      await this.#openRemembered(remembered, reading.invitation, keys, doc);
      this.#showCircle(remembered);
    } catch (error) {
      this.#connecting.dropAhead();
      throw error;
    }
  }

  /** Opens the circle for which a code was made, if this device has it, and hands the code over. */
  async #openCode(text: string): Promise<void> {
    const kept = await this.here.all();
    const open = this.#open?.remembered;
    const { circleOfCode } = await import('./circle-of-code.ts');
    const found = await circleOfCode(text, open ? [open, ...kept] : kept);
    if ('fault' in found) {
      if (found.fault === 'newer') return this.#show('newer');
      return this.#show(found.fault === 'other-circle' ? 'code-unknown' : 'code');
    }
    await this.#openKnown(found.id, '');
    this.codeFromLink = { text, role: found.role };
    nameOnly(found.id);
  }

  /** My open actions in all circles of this device; `null` where it keeps none. */
  async mine(): Promise<readonly MyAction[] | null> {
    await this.#open?.onDisk();
    const { database } = await this.here.surroundings();
    return database && (await import('./mine-across.ts')).mineAcross(database);
  }

  /** Founds a circle and opens it. */
  async found(circleName: string, myName: string, callAddress: string): Promise<void> {
    try {
      const invitation = newInvitation();
      await this.#begin(await this.here.recall(invitation), invitation, (open) => {
        const { board } = open;
        board.save(['meta'], () => foundCircle(board.document, circleName, callAddress));
        open.joinAs(myName);
      });
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Takes the seat of a my-seat file, and opens its circle. */
  restoreSeat = async (bytes: Uint8Array, passphrase: string): Promise<Restored | 'failed'> => {
    try {
      const { restoreSeat } = await import('./seat-file.ts');
      return await restoreSeat(bytes, passphrase, this.here, (...circle) => this.#begin(...circle));
    } catch (error) {
      console.error(error);
      return 'failed';
    }
  };

  /** Opens a circle that begins here with some words, and shows it once the disk has them. */
  async #begin(
    remembered: RememberedCircle,
    invitation: Invitation,
    begin: (open: OpenCircle) => void,
  ): Promise<void> {
    const open = await this.#openRemembered(remembered, invitation);
    begin(open);
    await open.onDisk();
    this.#showCircle(remembered);
  }

  async #openRemembered(
    remembered: RememberedCircle,
    invitation: Invitation,
    keys = deriveKeys(invitation),
    doc?: Doc,
  ): Promise<OpenCircle> {
    const surroundings = await this.here.surroundings();
    await this.#open?.close();
    this.#open = null;
    this.#entered = null;
    const open = await openCircle(remembered, await keys, surroundings, doc);
    this.#open = open;
    open.onForgotten = () => {
      this.#open = null;
      open.close().catch((error: unknown) => this.#fail(error));
      this.#show('unknown-circle');
    };
    // The link comes when it comes: the circle is usable at once.
    open.connection.connect().catch(() => {
      open.board.link.trouble = 'failed';
    });
    return open;
  }

  #showCircle({ id }: RememberedCircle): void {
    this.#route = 'circle';
    nameOnly(id);
  }

  #show(trouble: Trouble): void {
    this.#trouble = trouble;
  }

  #fail(error: unknown): void {
    const isUnsafe = error instanceof LinkImpossible;
    if (!isUnsafe) console.error(error);
    this.#show(isUnsafe ? 'not-secure' : 'failed');
  }

  /** Remembers the session that I entered: it stays on the screen after the close, until I leave it. */
  #enter(circle: OpenCircle): void {
    const on = circle.board.session;
    if (on && this.#entered?.id !== on.id) this.#entered = on;
  }

  /** Goes into the session that is on. */
  enterSession = (): void => {
    const circle = this.#open;
    if (!circle) return;
    this.#enter(circle);
    location.hash = `my-${circle.remembered.id}/session`;
  };

  leaveSession = (): void => {
    this.#entered = null;
    location.hash = this.#open ? `my-${this.#open.remembered.id}` : 'new';
  };

  /** The person has seen which services connecting contacts, and goes on. */
  agreeToContact = (): void => {
    const circle = this.#open;
    if (!circle) return;
    rememberConsent(circle.board.link.asksFor);
    circle.connection.connect().catch(() => {
      circle.board.link.trouble = 'failed';
    });
  };

  /** Removes the open circle from this device and goes to the first page. */
  forget = async (): Promise<void> => {
    try {
      await this.#open?.forget();
      location.assign(this.base);
    } catch (error) {
      this.#fail(error);
    }
  };
}
