import type { Doc } from 'yjs';
import { foundCircle } from '../document/about.ts';
import type { CircleCopy } from '../document/circle-copy.ts';
import type { Session } from '../domain/session.ts';
import type { RememberedCircle } from '../storage/database.ts';
import { RememberedCircles } from '../storage/remembered-circles.ts';
import {
  formatInvitation,
  newInvitation,
  readInvitation,
  type Invitation,
} from '../sync/invitation.ts';
import { LinkImpossible } from '../sync/link-impossible.ts';
import { deriveKeys } from '../sync/link-keys.ts';
import type { CodeFromLink } from './carried-codes.svelte.ts';
import { Connecting } from './connecting.ts';
import { mayContact, rememberConsent } from './contact-consent.ts';
import type { OpenCircle } from './open-circle.ts';
import { OtherTabs, openDatabase } from './open-database.svelte.ts';
import { openCircle } from './open-from-disk.ts';
import type { SeatTrouble } from './seat-file.ts';
import type { Surroundings } from './surroundings.ts';
import { freshId } from './writer.svelte.ts';

/** What stands in the way of opening what the address names. */
export type Trouble =
  | 'cut'
  | 'newer'
  | 'no-link'
  | 'code'
  | 'code-unknown'
  | 'unknown-circle'
  | 'no-disk'
  | 'not-secure'
  | 'failed';

export type View =
  | { readonly kind: 'loading' }
  | { readonly kind: 'start' }
  | { readonly kind: 'rehearsal' }
  | { readonly kind: 'file' }
  | { readonly kind: 'trouble'; readonly trouble: Trouble }
  | { readonly kind: 'join'; readonly circle: OpenCircle }
  | { readonly kind: 'circle'; readonly circle: OpenCircle }
  | { readonly kind: 'session'; readonly circle: OpenCircle; readonly session: Session };

/** How taking a seat back from its file went. */
export type Restored = 'done' | 'no-disk' | 'failed' | SeatTrouble;

/** The circle page: which view the address asks for, and the circle that is open. */
export class App {
  #open = $state.raw<OpenCircle | null>(null);
  #route = $state.raw<'loading' | 'start' | 'rehearsal' | 'file' | 'circle' | 'session'>('loading');
  #trouble = $state.raw<Trouble | null>(null);
  #entered = $state.raw<Session | null>(null);
  /** False where this browser stores nothing: the circle lives only as long as this page. */
  keeps = $state(true);
  /** A code that came in the address, until the exchange of codes has taken it. */
  codeFromLink = $state.raw<CodeFromLink | null>(null);
  readonly otherTabs = new OtherTabs();
  readonly base: string;
  readonly #connecting: Connecting;
  #surroundings: Surroundings | null = null;
  #following: Promise<void> = Promise.resolve();

  /** @param base the path below which the site is served, with slashes: `/` or `/toolkit/` */
  constructor(base: string) {
    this.base = base;
    this.#connecting = new Connecting(base);
  }

  readonly view: View = $derived.by(() => {
    if (this.#trouble) return { kind: 'trouble', trouble: this.#trouble };
    const circle = this.#open;
    const route = this.#route;
    if (route === 'start' || route === 'rehearsal' || route === 'file') return { kind: route };
    if (!circle) return { kind: 'loading' };
    if (!circle.isSeated) return { kind: 'join', circle };
    const session = route === 'session' ? this.#entered : null;
    return session ? { kind: 'session', circle, session } : { kind: 'circle', circle };
  });

  /** Remembers the session that I entered: it stays on the screen after the close, until I leave it. */
  #enter(circle: OpenCircle): void {
    const on = circle.board.session;
    if (on && this.#entered?.id !== on.id) this.#entered = on;
  }

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
    const [name = '', page = ''] = hash.slice(1).split('/');
    this.#trouble = null;
    if (name === 'try') this.#route = 'rehearsal';
    else if (name === 'file') this.#route = 'file';
    else if (name === '' || name === 'new') this.#route = 'start';
    else if (name.startsWith('my-')) await this.#openKnown(name.slice('my-'.length), page);
    else if (name.startsWith('code-')) await this.#openCode(name);
    else await this.#openInvitation(hash);
  }

  async #openKnown(id: string, page: string): Promise<void> {
    if (this.#open?.remembered.id !== id) {
      const surroundings = await this.#prepare();
      const { database } = surroundings;
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
      const remembered = await this.#recall(reading.invitation, keys);
      await this.#openRemembered(remembered, reading.invitation, keys, doc);
      this.#route = 'circle';
      this.#nameOnly(remembered.id);
    } catch (error) {
      this.#connecting.dropAhead();
      throw error;
    }
  }

  /** Opens the circle for which a code was made, if this device has it, and hands the code over. */
  async #openCode(text: string): Promise<void> {
    const { database } = await this.#prepare();
    const kept = database ? await new RememberedCircles(database).all() : [];
    const open = this.#open?.remembered;
    const { circleOfCode } = await import('./circle-of-code.ts');
    const found = await circleOfCode(text, open ? [open, ...kept] : kept);
    if ('fault' in found) {
      if (found.fault === 'newer') return this.#show('newer');
      return this.#show(found.fault === 'other-circle' ? 'code-unknown' : 'code');
    }
    await this.#openKnown(found.id, '');
    this.codeFromLink = { text, role: found.role };
    this.#nameOnly(found.id);
  }

  /** Founds a circle and opens it. */
  async found(circleName: string, myName: string, callAddress: string): Promise<void> {
    try {
      const invitation = newInvitation();
      const remembered = await this.#recall(invitation);
      const open = await this.#openRemembered(remembered, invitation);
      open.board.save(['meta'], () => foundCircle(open.board.document, circleName, callAddress));
      open.joinAs(myName);
      await open.onDisk();
      this.#route = 'circle';
      this.#nameOnly(remembered.id);
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Takes the seat of a my-seat file, and opens its circle. What is on this disk already stays as it is. */
  restoreSeat = async (bytes: Uint8Array, passphrase: string): Promise<Restored> => {
    try {
      const { bringSeat, newestLink, openSeat } = await import('./seat-file.ts');
      const opened = await openSeat(bytes, passphrase);
      if (opened.kind !== 'ok') return opened.kind;
      const { database } = await this.#prepare();
      if (!database) return 'no-disk';
      const link = await newestLink(new RememberedCircles(database), opened.invitation);
      const remembered = await this.#recall(link);
      await bringSeat(database, remembered.circle, opened.seat.notes, opened.circle);
      const open = await this.#openRemembered(remembered, link);
      if (opened.seat.member !== null) open.takeSeat(opened.seat.member);
      await open.onDisk();
      this.#route = 'circle';
      this.#nameOnly(remembered.id);
      return 'done';
    } catch (error) {
      console.error(error);
      return 'failed';
    }
  };

  /** The circle of this browser that a copy is of. */
  circleOf = async (copy: CircleCopy): Promise<RememberedCircle | null> => {
    const { database } = await this.#prepare();
    const all = database ? await new RememberedCircles(database).all() : [];
    const { markOf } = await import('../document/circle-copy.ts');
    const isOf = ({ circle, before = [] }: RememberedCircle): boolean =>
      [circle, ...before].some((id) => markOf(id) === copy.mark);
    return all.find(isOf) ?? null;
  };

  /** From here on the address bar says nothing that lets anyone in: circles are run with screens shared. */
  #nameOnly(id: string): void {
    history.replaceState(null, '', `${location.pathname}#my-${id}`);
  }

  /** This browser's row for a circle, made on first sight. Rejects with `LinkImpossible` on an unsafe page. */
  async #recall(invitation: Invitation, keys = deriveKeys(invitation)): Promise<RememberedCircle> {
    const opened = this.#prepare();
    const { circle } = await keys;
    const { database } = await opened;
    const circles = database && new RememberedCircles(database);
    const fresh: RememberedCircle = {
      id: freshId(8),
      circle,
      invitation: formatInvitation(invitation),
      device: freshId(),
      member: null,
      openedAt: Date.now(),
      clockOffset: 0,
      name: '',
      members: [],
      next: null,
      lastMet: null,
      openCommitments: 0,
    };
    try {
      return (await circles?.findOrRemember(fresh)) ?? fresh;
    } catch {
      // A full disk: the circle opens all the same, and the page says that it is not kept.
      this.keeps = false;
      return fresh;
    }
  }

  async #openRemembered(
    remembered: RememberedCircle,
    invitation: Invitation,
    keys = deriveKeys(invitation),
    doc?: Doc,
  ): Promise<OpenCircle> {
    const surroundings = await this.#prepare();
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

  async #prepare(): Promise<Surroundings> {
    if (this.#surroundings) return this.#surroundings;
    const database = await openDatabase(this.otherTabs);
    this.keeps = database !== null;
    const { connect, config } = this.#connecting;
    this.#surroundings = { database, connect, config, mayContact };
    return this.#surroundings;
  }

  #show(trouble: Trouble): void {
    this.#trouble = trouble;
  }

  #fail(error: unknown): void {
    const isUnsafe = error instanceof LinkImpossible;
    if (!isUnsafe) console.error(error);
    this.#show(isUnsafe ? 'not-secure' : 'failed');
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

  /** The whole link that lets others in. */
  invitationLink = (circle: OpenCircle): string =>
    `${location.origin}${this.base}circle/#${circle.remembered.invitation}`;

  /** A code that people carry, as a link that takes it to this circle on a device that knows the circle. */
  codeLink = (code: string): string => `${location.origin}${this.base}circle/#code-${code}`;

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

const namesCircle = (hash: string): boolean => !['', '#', '#new', '#try'].includes(hash);
