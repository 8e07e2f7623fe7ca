const fingerprint =
  '7E:C3:0A:51:0F:92:9B:67:55:D1:6C:2A:BE:44:90:13:8D:E0:4B:21:77:FA:3C:68:19:AD:02:BB:5E:F6:71:C8';

const chromium = (candidates: readonly string[]) => `v=0
o=- 4611731400430051336 2 IN IP4 127.0.0.1
s=-
t=0 0
a=group:BUNDLE 0
a=extmap-allow-mixed
a=msid-semantic: WMS
m=application 54400 UDP/DTLS/SCTP webrtc-datachannel
c=IN IP4 0.0.0.0
${candidates.map((candidate) => `a=candidate:${candidate}`).join('\n')}
a=ice-ufrag:Yx+4
a=ice-pwd:Q2y7nKd0/9fWb3mJtXaLe+5V
a=fingerprint:sha-256 ${fingerprint}
a=setup:actpass
a=mid:0
a=sctp-port:5000
a=max-message-size:262144
`;

const firefox = (candidates: readonly string[]) => `v=0
o=mozilla...THIS_IS_SDPARTA-99.0 7155361298419471245 0 IN IP4 0.0.0.0
s=-
t=0 0
a=fingerprint:sha-256 ${fingerprint}
a=group:BUNDLE 0
a=ice-options:trickle
a=msid-semantic:WMS *
m=application 57011 UDP/DTLS/SCTP webrtc-datachannel
c=IN IP4 0.0.0.0
${candidates.map((candidate) => `a=candidate:${candidate}`).join('\n')}
a=sendrecv
a=end-of-candidates
a=ice-pwd:0f9c1a7be4d2536807fe3cba9d118e24
a=ice-ufrag:8be2f01d
a=mid:0
a=setup:actpass
a=sctp-port:5000
a=max-message-size:1073741823
`;

const name = (digit: number) => `${String(digit).repeat(8)}-4f3e-4bd1-9a5c-0123456789ab.local`;
const host = (at: number, address: string) =>
  `${at}0467562 1 udp ${2_122_260_223 - at * 256} ${address} ${50_000 + at} typ host generation 0 network-id ${at}`;
const mapped = (at: number, address: string) =>
  `${at}0467562 1 udp ${1_686_052_607 - at * 256} ${address} ${40_000 + at} typ srflx raddr 0.0.0.0 rport 0 generation 0 network-cost 999`;
const relayed = (at: number, address: string) =>
  `${at}0467562 1 udp ${41_885_439 - at * 256} ${address} ${30_000 + at} typ relay raddr 203.0.113.9 rport 61234 generation 0`;
const tcp = `3388485749 1 tcp 1518280447 ${name(1)} 9 typ host tcptype active generation 0`;
const wide = '2001:0db8:85a3:0000:1319:8a2e:0370:7344';

/** Descriptions as browsers write them, by what they have found of their networks. */
export const realSdps: readonly (readonly [string, string])[] = [
  ['Chromium with hidden addresses', chromium([host(1, name(1)), host(2, name(2)), tcp])],
  ['Chromium with an address', chromium([host(1, '192.168.178.23'), tcp])],
  [
    'Chromium on a machine with many networks',
    chromium([1, 2, 3, 4, 5].map((at) => host(at, `10.0.${at}.7`))),
  ],
  [
    'Chromium behind a router',
    chromium([host(1, name(1)), host(2, name(2)), mapped(3, '203.0.113.9')]),
  ],
  [
    'Chromium with two kinds of addresses and TURN',
    chromium([
      host(1, name(1)),
      host(2, name(2)),
      mapped(3, '203.0.113.9'),
      mapped(4, wide),
      relayed(5, '198.51.100.7'),
      relayed(6, '198.51.100.8'),
    ]),
  ],
  [
    'the longest that there can be',
    chromium([
      host(1, name(1)),
      host(2, name(2)),
      mapped(3, wide),
      mapped(4, '2001:db8::1'),
      relayed(5, '2001:db8::2'),
    ]),
  ],
  ['Chromium with TURN alone', chromium([relayed(5, '198.51.100.7')])],
  ['Firefox with hidden addresses', firefox([host(1, name(1)).replace('udp', 'UDP')])],
  [
    'Firefox behind a router, with TURN',
    firefox([
      host(1, name(1)),
      host(2, name(2)),
      mapped(3, wide),
      mapped(4, '203.0.113.9'),
      relayed(5, '198.51.100.7'),
    ]),
  ],
];
