export const circle = {
  'circle.title': 'Your circle · Askwell',
  'circle.title.named': '{name} · Askwell',
  'circle.description':
    'A peer coaching circle: who is here, when you meet, what you come back to.',
  'circle.opening': 'Opening…',
  'circle.late': 'This part of the page has not come. Reload when you are online.',
  'circle.needs-script':
    'A circle runs in your browser, and needs JavaScript for that. Allow it for this page and reload.',
  'circle.close': 'Close',
  'circle.save': 'Save',
  'circle.change': 'Change',
  'circle.me': '{name} (you)',
  'circle.role.none': 'Not chosen yet',
  'circle.reload': 'Reload',
  'circle.try-again': 'Try again',
  'circle.field.too-long.one': 'That is one character too long. Nothing is lost: shorten it here.',
  'circle.field.too-long.other':
    'That is {count} characters too long. Nothing is lost: shorten it here.',

  'circle.format.other': 'A session',

  'circle.start.heading': 'Start a circle',
  'circle.start.lead':
    'Two to six people who meet again and again. You name it here, and then share one link. No accounts.',
  'circle.start.name': 'What shall the circle be called?',
  'circle.start.name.hint': 'Thursday mornings, New leads, Leila and me…',
  'circle.start.name.empty': 'Give the circle a name. You can change it later.',
  'circle.start.me': 'Your name',
  'circle.start.me.hint': 'As the others call you.',
  'circle.start.me.empty': 'Write your name, so that the others know you.',
  'circle.start.call': 'Where do you talk?',
  'circle.start.call.hint':
    'The link of your call: Zoom, Meet, Teams, Jitsi… You can leave this out.',
  'circle.start.go': 'Start the circle',
  'circle.start.kept':
    'What you write is kept on your devices and goes from screen to screen. No server holds it.',
  'circle.start.unsafe':
    'A circle cannot be started on this page: it was opened over plain http, and browsers then refuse encryption. Open the same address with https and try again.',
  'circle.try': 'Try a session alone first',
  'circle.try.note': 'A made-up case, ten minutes. Nobody else sees it.',
  'circle.call.wrong':
    'That is not the link of a call. Copy the whole link, beginning with https://, or leave this empty.',

  'circle.join.heading': 'Take your seat',
  'circle.join.heading.named': 'Take your seat in {name}',
  'circle.join.new-or-one': 'New here, or one of these?',
  'circle.join.lead': 'You were invited to a peer coaching circle.',
  'circle.join.looking': 'Looking for the others…',
  'circle.join.nobody': 'Nobody else is here yet',
  'circle.join.nobody.wait': 'Take a seat now. The others will find you when they open the circle.',
  'circle.join.nobody.ask': 'Or ask one of them to open the circle’s link.',
  'circle.join.nobody.check': 'Are they there already? Then check your own connection.',
  'circle.join.me': 'Your name',
  'circle.join.me.new': 'I am new here. My name is',
  'circle.join.go': 'Take a seat',
  'circle.join.mine': 'This is me',
  'circle.join.mine.of': 'This is me: {name}',
  'circle.join.here': 'here now',
  'circle.join.away': 'here, in another window',
  'circle.join.mine.shown':
    'If you changed your phone or cleared your browser, take the seat you had. Everyone will see that you did.',
  'circle.join.full.heading': 'All six seats are taken',
  'circle.join.full':
    'A circle has six seats, so that everybody gets a turn. If one of the seats is yours, close the circle on your other device and take it here.',
  'circle.join.full.start': 'Start another circle',

  'circle.contact.heading': 'Before you connect',
  'circle.contact.lead':
    'To find each other, your browser contacts these services. None of them can read what you write.',
  'circle.contact.go': 'Connect',
  'circle.contact.once': 'You are asked once on this device.',

  'circle.no-seat.left.heading': 'You have left this circle',
  'circle.no-seat.left': 'The others can go on. What you agreed stays with them.',
  'circle.no-seat.left.again': 'Take a seat again',
  'circle.no-seat.full.heading': 'All six seats are taken',
  'circle.no-seat.full':
    'Somebody took the last seat just before you. Talk to the others: when one of them leaves, a seat is free for you.',

  'circle.now': 'The next session',
  'circle.now.on': 'A session is on',
  'circle.now.on.go': 'Go in',
  'circle.now.on.who': '{format}, since {time}',
  'circle.next.none': 'No date yet',
  'circle.next.none.note': 'Circles that agree on the next date keep meeting.',
  'circle.next.zone': 'Your time, {zone}.',
  'circle.next.presents': '{name} brings something.',
  'circle.next.presents-me': 'You bring something.',
  'circle.next.set': 'Set a date',
  'circle.next.change': 'Change the date',
  'circle.next.heading': 'When do you meet next?',
  'circle.next.day': 'Day',
  'circle.next.time': 'Time',
  'circle.next.day.empty': 'Choose a day and a time.',
  'circle.next.past': 'That moment has passed. Choose a later one.',
  'circle.next.in-zone': 'In your time, {zone}. Each of you sees it in their own.',
  'circle.next.who': 'Who brings something?',
  'circle.next.remove': 'No date for now',
  'circle.call.open': 'Open the call',
  'circle.call.open.new': 'opens a new tab',

  'circle.session.start': 'Start a session',
  'circle.session.heading': 'Start a session',
  'circle.session.minutes': '{minutes} min',
  'circle.session.presenter': 'Who brings something today?',
  'circle.session.presenter.first': 'Who is asked first?',
  'circle.session.steward': 'Who is the steward?',
  'circle.session.steward.note':
    'Reads a few lines aloud and minds the close. Askwell keeps the time.',
  'circle.session.later': 'All of this can be changed in the session, by anyone.',
  'circle.session.plan': 'What it will hold',
  'circle.session.plan.first': 'Your first meeting has ten minutes to agree on a few norms.',
  'circle.review.sessions':
    'It is time to look at your norms: which one helps, which one slips, which one can go?',
  'circle.review.members':
    'Since you agreed on your norms somebody has come or gone. It is time to look at them together.',
  'circle.session.go': 'Start for everyone',

  'circle.people': 'Who is here',
  'circle.people.you': 'you',
  'circle.people.direct': 'here, directly',
  'circle.people.turn': 'here, through a relay',
  'circle.people.relay': 'here, through the meeting point, slower',
  'circle.people.relay.note':
    'No direct way was found to everyone. Words then go through the meeting point, encrypted: it sees when and how much, never what. It takes a moment longer.',
  'circle.people.through': 'here, through {name}',
  'circle.people.through-someone': 'here, through another',
  'circle.people.away': 'away, in another window',
  'circle.people.gone': 'not here',
  'circle.people.seen': 'not here, last seen {ago}',
  'circle.people.just-now': 'a moment ago',
  'circle.people.took': '{name} took this seat on another device, {when}.',
  'circle.people.took-me': 'You took this seat on another device, {when}.',
  'circle.people.when': '{day} {time}',
  'circle.people.unknown': 'Unknown device',
  'circle.people.unknown.note':
    'connected, and has not said who it is. If nobody on the call knows it, do not go on.',
  'circle.people.choosing': 'Somebody',
  'circle.people.choosing.note': 'has opened the link and has no seat yet',
  'circle.invite': 'Invite',
  'circle.invite.heading': 'Invite the others',
  'circle.invite.who': 'Whoever has this link can join. Send it only where your circle reads.',
  'circle.invite.link': 'The circle’s link',
  'circle.invite.copy': 'Copy the link',
  'circle.invite.copied': 'Copied. Paste it in your call’s chat or in a message.',
  'circle.invite.by-hand': 'Your browser does not let us copy. Mark the link above and copy it.',
  'circle.invite.share': 'Share…',
  'circle.invite.share.text': 'Join our peer coaching circle “{name}”:',
  'circle.invite.qr': 'The circle’s link as a QR code',
  'circle.invite.qr.late': 'The QR code has not come. The link above is enough.',
  'circle.invite.qr.note': 'Or let a phone’s camera read this.',

  'circle.alone.heading': 'You are the first one here',
  'circle.alone.lead': 'Share the link. Two people are enough for a first session.',

  'circle.first': 'After your first session',
  'circle.first.note':
    'Here you will find what you agreed, the actions you come back to, and every session so far.',
  'circle.commitments': 'What you come back to',
  'circle.commitments.none': 'No action is open. Each session ends with one.',
  'circle.commitments.by': 'by {date}',
  'circle.commitments.someone': 'Someone who left',
  'circle.norms': 'What you agreed',
  'circle.norms.none': 'Nothing yet. Your first session has time for it.',
  'circle.norms.in': 'In: {names}.',
  'circle.norms.not-yet': 'Not yet: {names}.',
  'circle.past': 'Sessions so far',
  'circle.past.none': 'You have not met yet.',
  'circle.past.all': 'All {count} sessions',
  'circle.past.presented': '{names} brought something',

  'circle.safety': 'Our safety sheet',
  'circle.safety.none':
    'Write down, together, whom one can turn to when coaching is not enough: a number, a person at work, a doctor’s line.',
  'circle.safety.write': 'Write it',
  'circle.safety.label': 'Our safety sheet',
  'circle.safety.hint':
    'Everyone in the circle sees it, in a session too. Check the numbers yourselves.',
  'circle.safety.guide': 'Safety and limits',

  'circle.settings': 'This circle',
  'circle.settings.me': 'Your name',
  'circle.settings.name': 'Its name',
  'circle.settings.call': 'The call',
  'circle.settings.call.none': 'none yet',
  'circle.settings.call.label': 'The link of your call',
  'circle.settings.relay': 'Connect through a relay only',
  'circle.settings.relay.missing':
    'The choice to connect through a relay only could not be loaded. Reload to see it.',
  'circle.settings.relay.note':
    'The others then do not learn the internet address of this device. It may be a little slower. This counts for this device.',
  'circle.leave': 'Leave the circle',
  'circle.leave.heading': 'Leave this circle?',
  'circle.leave.lead':
    'Your seat becomes free, and everyone sees that you left. What you agreed and promised stays with the others, and the notes of your sessions until they fade. You can take a seat again while one is free.',
  'circle.leave.yes': 'Leave',
  'circle.leave.no': 'Stay',
  'circle.remove': 'Remove from this device',
  'circle.remove.heading': 'Remove it from this device?',
  'circle.remove.lost':
    'Lost here: this circle’s sessions, your private notes and drafts, and its link.',
  'circle.remove.stays':
    'Kept by the others: what has reached their devices, and your seat. With the circle’s link you can come back to it.',
  'circle.remove.only':
    'Nobody else has taken a seat: nobody but you has this circle, and it will be gone.',
  'circle.remove.yes': 'Remove',
  'circle.remove.no': 'Keep it',

  'circle.banner.no-webrtc':
    'This browser cannot connect to others: it has no WebRTC, or it is switched off. The circle opens and keeps what you write. To meet the others, use another browser.',
  'circle.banner.not-secure':
    'This page was opened over plain http, so it cannot connect to the others. Open the same address with https.',
  'circle.banner.failed':
    'The others cannot be looked for just now: this site could not be reached. All that is here stays, and you can go on.',
  'circle.banner.unreachable':
    'The meeting point where screens find each other cannot be reached. All that is here stays. It is tried again by itself.',
  'circle.banner.refused':
    'This device is not let in at {hosts}, so screens do not find each other there. All that is here stays. Use “Connect another way”, and tell whoever runs this site.',
  'circle.banner.none-named':
    'This site names no meeting point, so screens do not find each other by themselves. All that is here stays. Use “Connect another way”, or ask whoever runs this site to name one.',
  'circle.turn-refused':
    'The relay {hosts} does not take the name and password that this site has for it, so it connects nobody. Tell whoever runs this site.',
  'circle.banner.config':
    'The settings of this site (config.json) cannot be read, so the others cannot be looked for. All that is here stays. Tell whoever runs this site.',
  'circle.banner.config.entry':
    'An entry in the settings of this site cannot be used and is left out: {where} in config.json. Tell whoever runs this site.',
  'circle.banner.somebody': 'Somebody here',
  'circle.banner.my-device': 'Another device of yours',
  'circle.banner.older':
    '{who} has an older version of Askwell, so your screens cannot talk. Reload it there.',
  'circle.banner.newer':
    '{who} has a newer version of Askwell, so your screens cannot talk. Reload this page.',
  'circle.banner.disk':
    'This device does not take what you write; often it has no room left. It stays on this page, and goes to the others who are here. Free some space: it is tried again by itself.',
  'circle.banner.keeps-nothing':
    'This browser keeps nothing: when you close the page, the circle is gone from here. Keep its link, and use another browser if you can.',
  'circle.banner.document':
    'This circle was changed by a newer Askwell. You can read it here. To write in it, reload until this page is the newer one.',
  'circle.banner.update': 'A new version of Askwell is ready.',
  'circle.banner.update.later': 'A session is open in another tab. Reload when it has ended.',

  'circle.trouble.cut.heading': 'This link is not whole',
  'circle.trouble.cut':
    'A part is missing or has changed on the way. Copy the whole link from the message that invited you, from https to its last letter, and open it again.',
  'circle.trouble.newer.heading': 'This link is from a newer Askwell',
  'circle.trouble.newer':
    'Reload this page to get the new version. If that does not help, ask who invited you where their circle is kept.',
  'circle.trouble.no-link.heading': 'That is not an invitation',
  'circle.trouble.no-link':
    'The address does not name a circle. Open the link you were sent once more, or paste it on the first page.',
  'circle.trouble.unknown-circle.heading': 'This browser does not know that circle',
  'circle.trouble.unknown-circle':
    'It may have been removed, or the browser cleared it away. Open the circle’s invitation link again and take your seat by name: the others still have everything.',
  'circle.trouble.not-secure.heading': 'This page is not safe enough for a circle',
  'circle.trouble.not-secure':
    'It was opened over plain http from another machine, and browsers then refuse the encryption that a circle needs. Open the same address with https.',
  'circle.trouble.failed.heading': 'Something went wrong here',
  'circle.trouble.failed':
    'This is our mistake. What had been saved is still on this device: reload the page to go on.',
  'circle.trouble.detail': 'What the browser said',
  'circle.trouble.https': 'Open it with https',
  'circle.trouble.home': 'Go to the first page',
  'circle.trouble.start': 'Start a circle',
} as const;
