/** What leaves a device, to whom: the page for everyone, and the facts of one circle. */
export const trust = {
  'trust.title': 'What leaves your device',
  'trust.description':
    'Who gets what when you use Askwell: your circle, the meeting point, the host of the site, and nobody else.',
  'trust.lead': 'To whom, and what they can see. All of it is on this page.',
  'trust.who': 'Who',
  'trust.gets': 'What goes there',
  'trust.sees': 'What they can see',

  'trust.members': 'Your circle',
  'trust.members.gets': 'What you write for all, your name, whether you are here.',
  'trust.members.sees':
    'All of that, and your internet address. So can anybody else who has the circle’s link: they are shown to all as connected.',
  'trust.meeting': 'Meeting points',
  'trust.meeting.gets':
    'Encrypted greetings, so that your screens find each other. Where no direct way exists, your words too, encrypted.',
  'trust.meeting.sees':
    'Your internet address, when, how much, and that the same group meets again. No names, no words, no link.',
  'trust.stun': 'Address helpers (STUN)',
  'trust.stun.gets': 'A question: what is my internet address?',
  'trust.stun.sees': 'Your internet address, and when.',
  'trust.turn': 'Relays (TURN)',
  'trust.turn.gets': 'Encrypted data, where no direct way is found or you want none.',
  'trust.turn.sees': 'The internet addresses of both sides, when, and how much. No words.',
  'trust.host': 'Whoever hosts this site',
  'trust.host.gets': 'Requests for pages. What stands behind the # of a link is never sent.',
  'trust.host.sees': 'Your internet address, and which page you open, when. No circle, no words.',
  'trust.network': 'Your network',
  'trust.network.gets': 'The connections themselves: your Wi-Fi, your employer, your provider.',
  'trust.network.sees': 'That you use this site, with which addresses you connect, and how much.',
  'trust.chat': 'Where you post the link',
  'trust.chat.gets': 'The circle’s link, or a code to connect by hand, when you send it there.',
  'trust.chat.sees':
    'Whoever reads the link can join: now, and from the history later. A code alone is sealed.',
  'trust.nobody':
    'Nobody else. Pages load nothing from other sites, and nothing is counted or tracked. Which meeting points, helpers and relays there are, whoever hosts this site decides; you are shown those of other hosts before the first contact.',

  'trust.stays': 'What stays on your device',
  'trust.stays.words':
    'Private notes, parked advice, drafts and what you practise never leave it. The rest lies on the devices of the members and nowhere else: lost there is lost. Notes of a session fade from them after a time that you choose. None of it is locked: whoever can open this browser can read it.',
  'trust.limits': 'What nobody can promise',
  'trust.limits.link':
    'A link is a key. If it went astray, renew it in the circle’s settings: the new one goes to those on the call.',
  'trust.limits.removed':
    'A removed member keeps what they had. What is said and written later does not reach them.',
  'trust.limits.names':
    'A name is not a proof. Askwell does not check who sits at a device; you hear each other on the call.',
  'trust.limits.changed':
    'A member can copy, photograph or change what they see. And whoever hosts this site hosts the program: use one whom you trust.',
  'trust.limits.screen':
    'On a shared screen the address bar shows a name for your own browser only. “Invite” shows the link itself.',
  'trust.back':
    'In a circle, “What leaves this device” in its settings shows the same for that circle, as it is at that moment.',

  'circle.trust': 'What leaves this device',
  'circle.trust.members': 'To the members',
  'circle.trust.members.none': 'Nobody else has a seat yet.',
  'circle.trust.members.see':
    'They get what you write for all, and can see your internet address unless everything goes through a relay. Your private notes stay here.',
  'circle.trust.choosing': 'Somebody who has the link and no seat yet',
  'circle.trust.unknown':
    'An unknown device: it has the link, and gets what members get. If nobody knows it, renew the link.',
  'circle.trust.services': 'To meeting points',
  'circle.trust.services.none': 'None now: this device is not looking for others.',
  'circle.trust.services.see':
    'They see your internet address, when, and how much. Greetings and words are encrypted.',
  'circle.trust.service.trying': 'being tried',
  'circle.trust.service.reached': 'in use',
  'circle.trust.service.unreachable': 'cannot be reached now',
  'circle.trust.service.refused': 'does not take what we say',
  'circle.trust.service.needs-login': 'serves only those with an account there',
  'circle.trust.service.too-much': 'in use, and asks for less',
  'circle.trust.stun': 'Asked for this device’s internet address: {hosts}',
  'circle.trust.turn': 'Relays for encrypted data: {hosts}',
  'circle.trust.relay-only': 'This device connects through a relay only.',
  'circle.trust.not-relay-only': 'This device uses a relay only where no direct way is found.',
  'circle.trust.no-turn': 'This site names no relay (TURN).',
  'circle.trust.disk': 'On this device',
  'circle.trust.disk.none': 'Nothing: this browser keeps nothing for this site.',
  'circle.trust.disk.promised':
    'Kept in this browser, which has promised not to clear it by itself.',
  'circle.trust.disk.not-promised':
    'Kept in this browser, which may clear it when room is short. Keep the link or a copy.',
  'circle.trust.disk.unknown': 'Kept in this browser.',
  'circle.trust.fades': 'The next notes fade on {date}.',
  'circle.trust.stays': 'No notes have a day on which they fade.',
  'circle.trust.link': 'By the link',
  'circle.trust.link.who':
    'Whoever has this circle’s link can join and read all of it. The address bar does not show it.',
  'circle.trust.more': 'The whole story, for every circle',
} as const;
