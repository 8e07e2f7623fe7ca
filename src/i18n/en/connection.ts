/** How this screen finds the others, step by step, and who sees what of it. */
export const connection = {
  'circle.ways': 'How you connect',
  'circle.ways.members': 'Through each other',
  'circle.ways.members.in-use':
    'In use. Who is here brings the rest together, and nothing else is needed for that.',
  'circle.ways.members.next': 'Once one of the others is found.',
  'circle.ways.services': 'At a meeting point',
  'circle.ways.services.in-use': 'In use: this screen looks for the others here.',
  'circle.ways.services.spare': 'For whoever comes next.',
  'circle.ways.services.see':
    'What is there sees your internet address, when you connect, and that the same group meets again. It cannot read what you write.',
  'circle.ways.services.none': 'This site names none.',
  'circle.ways.services.down': 'None lets this screen in just now. The next way is below.',
  'circle.ways.codes': 'By codes that you hand on',
  'circle.ways.codes.note':
    'Through your call’s chat, with no meeting point: “Connect another way”.',
  'circle.ways.helpers': 'Also asked when a connection is made',
  'circle.ways.turn.refused':
    'It does not take the name and password that this site has for it; tell whoever runs this site.',
  'circle.ways.own': 'this site',

  'circle.ways.state.trying': 'being asked…',
  'circle.ways.state.reached': 'reached.',
  'circle.ways.state.unreachable': 'cannot be reached; it is tried again by itself.',
  'circle.ways.state.refused':
    'does not take what we send; ask whoever runs this site for another one.',
  'circle.ways.state.needs-login':
    'lets in only who has an account there; ask whoever runs this site for another one.',
  'circle.ways.state.too-much': 'asks for less at a time; it goes on, more slowly.',

  'circle.service.rendezvous': 'A meeting point',
  'circle.service.nostr': 'A relay of the Nostr network, as a meeting point',
  'circle.service.stun': 'Tells your browser its own internet address (STUN)',
  'circle.service.turn': 'Passes on what finds no direct way (TURN)',
  'circle.service.by': '{what}, run by {owner}',
  'circle.service.rendezvous.sees':
    'It sees your internet address, when you connect, and that the same group meets again.',
  'circle.service.nostr.sees':
    'It sees your internet address, when you connect, and that the same group meets again.',
  'circle.service.stun.sees': 'It sees your internet address, and when you connect.',
  'circle.service.turn.sees':
    'It sees your internet addresses, when you connect, and how much you exchange.',
} as const;
