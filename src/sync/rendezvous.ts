import type { Room, SignalingConn, WebrtcProvider } from 'y-webrtc';
import { Carrier } from './carriers.ts';
import type { LinkStatus, ServiceStatus } from './link.ts';
import { SocketMeeting, type Meeting } from './meeting.ts';
import { isMeshAddress } from './mesh-signals.ts';
import { guardSignalling } from './signalling-guard.ts';
import { silentOutside } from './silent-outside.ts';
import { SilentSockets } from './silent-sockets.ts';

/** The sockets to the rendezvous services, and the road through members: the one place that decides how they are reached. */
export class Rendezvous {
  /** The configured services, also for other words of the circle than signals. */
  readonly meetings: readonly Meeting[];
  readonly #connections: readonly SignalingConn[];
  readonly #throughMembers: SignalingConn | undefined;
  readonly #silent: SilentSockets;

  constructor(provider: WebrtcProvider) {
    this.#connections = provider.signalingConns;
    const services = this.#connections.filter(({ url }) => !isMeshAddress(url));
    this.#silent = new SilentSockets(services);
    this.#throughMembers = this.#connections.find(({ url }) => isMeshAddress(url));
    if (this.#throughMembers) guardSignalling(this.#throughMembers);
    this.meetings = services.map((connection) => {
      const meeting = new SocketMeeting(connection);
      guardSignalling(connection, ({ topic, data }) => meeting.hear(topic, data));
      return meeting;
    });
  }

  /** Says nothing of a room there while this page has left it. Returns its own undo. */
  keepSilentOutside(room: Room): () => void {
    return silentOutside(room, this.#connections);
  }

  services(): readonly ServiceStatus[] {
    return this.meetings.map((meeting) => ({ address: meeting.address, state: meeting.state() }));
  }

  /** Says again that we are here: whoever has no connection to us will begin one. */
  announce(): void {
    this.#connections.forEach(announceOn);
  }

  /** The same to those who are connected to the members that we are connected to. */
  announceThroughMembers(): void {
    if (this.#throughMembers) announceOn(this.#throughMembers);
  }

  /** Tries at once where lib0 waits, and doubts sockets that may lead nowhere any more. */
  retry(): void {
    this.#silent.hurry();
    for (const connection of this.#connections) {
      if (connection.ws === null) connection.connect();
      const road: unknown = connection.ws;
      if (road instanceof Carrier) road.hurry();
    }
    this.announce();
  }

  /** Goes from all services until `retry`: the page goes away, perhaps to come back by the back button. */
  leave(): void {
    this.#silent.leave();
  }

  /** To be called about every 500 ms. `hasLost`: somebody has fallen silent, perhaps because our network is another one. */
  look(hasLost: boolean): void {
    if (hasLost) this.#silent.ask();
    this.#silent.look();
  }
}

/** What y-webrtc does after connecting, and has no other name for. */
function announceOn(connection: SignalingConn): void {
  if (connection.connected) connection.emit('connect', [{ type: 'connect' }, connection]);
}

/** All services in one word: one that is reached is enough. */
export function summaryOf(services: readonly ServiceStatus[]): LinkStatus['rendezvous'] {
  if (services.some(({ state }) => state === 'reached' || state === 'too-much')) return 'reached';
  return services.some(({ state }) => state === 'trying') ? 'trying' : 'unreachable';
}
