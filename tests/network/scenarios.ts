import type { Place } from './lab.ts';

/** How two members reach each other in the end, from the best way to none. */
export const ways = [
  'directly',
  'through another',
  'through TURN',
  'by encrypted messages through the rendezvous',
  'not at all',
] as const;
export type Way = (typeof ways)[number];

export interface Scenario {
  readonly name: string;
  readonly ana: Place;
  readonly ben: Place;
  /** A third member, whom the other two reach. */
  readonly cem?: Place;
  /** What `config.json` names besides the rendezvous of the site. */
  readonly services: 'nothing' | 'STUN' | 'STUN and TURN';
  /** What must come out, or better. */
  readonly way: Way;
  /** Pulls Ben's cable for so many seconds after they have met. */
  readonly unplugged?: number;
  /** Gives Ben's device another address after they have met. */
  readonly moves?: boolean;
}

const BY_RENDEZVOUS = 'by encrypted messages through the rendezvous';

const home: Place = { name: 'home router', nat: 'port-restricted' };
const open: Place = { name: 'open router (full cone)', nat: 'full-cone' };
const mobile: Place = { name: 'symmetric NAT', nat: 'symmetric' };
const office: Place = { name: 'firewall without UDP', nat: 'port-restricted', blocksUdp: true };
const far: Place = {
  name: 'home router on a line with 200 ms delay each way and 5 % loss',
  nat: 'port-restricted',
  line: { delay: 200, loss: 5 },
};

/** Every situation that `npm run test:network` tries. */
export const scenarios: readonly Scenario[] = [
  { name: 'two homes', ana: home, ben: home, services: 'STUN', way: 'directly' },
  { name: 'two homes without STUN', ana: home, ben: home, services: 'nothing', way: BY_RENDEZVOUS },
  {
    name: 'one symmetric NAT, one open',
    ana: open,
    ben: mobile,
    services: 'STUN',
    way: 'directly',
  },
  {
    name: 'one symmetric NAT, one home',
    ana: home,
    ben: mobile,
    services: 'STUN',
    way: BY_RENDEZVOUS,
  },
  { name: 'two symmetric NATs', ana: mobile, ben: mobile, services: 'STUN', way: BY_RENDEZVOUS },
  {
    name: 'two symmetric NATs and a third member on an open router',
    ana: mobile,
    ben: mobile,
    cem: open,
    services: 'STUN',
    way: 'through another',
  },
  {
    name: 'two symmetric NATs with TURN',
    ana: mobile,
    ben: mobile,
    services: 'STUN and TURN',
    way: 'through TURN',
  },
  { name: 'UDP blocked for one', ana: home, ben: office, services: 'STUN', way: BY_RENDEZVOUS },
  { name: 'UDP blocked for both', ana: office, ben: office, services: 'STUN', way: BY_RENDEZVOUS },
  {
    name: 'UDP blocked for both, with TURN over TCP',
    ana: office,
    ben: office,
    services: 'STUN and TURN',
    way: 'through TURN',
  },
  { name: 'a slow and lossy line', ana: home, ben: far, services: 'STUN', way: 'directly' },
  {
    name: 'a cable pulled for 30 s',
    ana: home,
    ben: home,
    services: 'STUN',
    way: 'directly',
    unplugged: 30,
  },
  {
    name: 'another network in the middle of it',
    ana: home,
    ben: home,
    services: 'STUN',
    way: 'directly',
    moves: true,
  },
];
