/** Connecting by codes that people carry. */
export const codes = {
  'circle.codes': 'Connect another way',
  'circle.codes.offer': 'Nobody found so far. Is one of you waiting too?',
  'circle.codes.lead':
    'Two of you exchange a code each, in the call’s chat or in a message. No meeting point is needed. Once you are connected, the others come in through you.',
  'circle.codes.start': 'I start',
  'circle.codes.start.note': 'Make a code for one person.',
  'circle.codes.join': 'I got a code',
  'circle.codes.join.note': 'Answer it with one of yours.',
  'circle.codes.needs.one-network':
    'It works while you are in the same network, for instance in one office or on one Wi-Fi. Between two networks it would need a STUN server, and this site names none.',
  'circle.codes.needs.stun':
    'It works in one network, and mostly between two: for that, a STUN server tells each browser its own internet address.',
  'circle.codes.needs.turn':
    'It works in one network and between two. Where no direct way is found, a relay passes on what is encrypted.',
  'circle.codes.back': 'Back',
  'circle.codes.making': 'Making a code…',
  'circle.codes.invitation': 'Send this code to one person of your circle',
  'circle.codes.invitation.note': 'One code for each person. Keep this page open.',
  'circle.codes.answer': 'Send this code back',
  'circle.codes.answer.note': 'It connects when they have pasted it. Keep this page open.',
  'circle.codes.ready': 'Your code is ready. Send it.',
  'circle.codes.copy': 'Copy the code',
  'circle.codes.copied': 'Copied.',
  'circle.codes.by-hand': 'Your browser does not let us copy. The code is marked: copy it.',
  'circle.codes.qr': 'As a QR code',
  'circle.codes.qr.label': 'The code as a QR code',
  'circle.codes.qr.note': 'For a device that has opened this circle before.',
  'circle.codes.qr.late': 'The QR code has not come. The code above is enough.',
  'circle.codes.paste.answer': 'Paste the code that comes back',
  'circle.codes.paste.invitation': 'Paste the code you were sent',
  'circle.codes.use.answer': 'Connect',
  'circle.codes.use.invitation': 'Make my code',
  'circle.codes.connecting': 'Connecting…',
  'circle.codes.connected': 'You are connected.',
  'circle.codes.connected.with': 'You are connected with {name}.',
  'circle.codes.connected.note': 'The two codes have done their work and open nothing any more.',
  'circle.codes.another': 'Connect one more person',
  'circle.codes.done': 'Done',
  'circle.codes.again': 'Make a new code',
  'circle.codes.start-over': 'Paste another code',
  'circle.codes.late': 'This part of the page has not come. Try again when you are online.',
  'circle.codes.no-link':
    'This page cannot connect to anyone just now. The line at the top of the page says why.',
  'circle.codes.wait': 'A moment: the circle is opening.',

  'circle.trouble.code.heading': 'This code is not whole',
  'circle.trouble.code':
    'A part is missing or has changed on the way. Copy it once more, from its first letter to its last.',
  'circle.trouble.code-unknown.heading': 'Open the circle first',
  'circle.trouble.code-unknown':
    'This code is for a circle that this browser does not have. Open the circle’s own link here, then this one again. If you have the circle in another browser, paste the code there, under “Connect another way”.',

  'circle.codes.fault.empty': 'Paste the code first. It is a long row of letters and figures.',
  'circle.codes.fault.unreadable':
    'There is no code in this. Copy all of the message that you got, and paste it here.',
  'circle.codes.fault.cut':
    'This code is not whole. Copy it again, from its first letter to its last.',
  'circle.codes.fault.other-circle':
    'This code belongs to another circle. Ask for one from this circle, “{name}”.',
  'circle.codes.fault.own': 'That is your own code. Send it to the other person, and paste theirs.',
  'circle.codes.fault.wrong-kind.start':
    'That is a first code too: you have both begun, and one of you is enough. If that is not you, go back, choose “I got a code”, and paste it there.',
  'circle.codes.fault.wrong-kind.join':
    'That is an answer. It belongs on the screen that made the first code.',
  'circle.codes.fault.expired.start':
    'No code of yours waits for this answer: each works once, while its page stays open. Make a new code and send it.',
  'circle.codes.fault.expired.join':
    'This code works no more. Ask for a new one: each works once, while its page stays open.',
  'circle.codes.fault.newer':
    'This code was made by a newer Askwell. Reload this page, and try it again.',
  'circle.codes.fault.no-way.one-network':
    'The codes are right, but no way was found from one browser to the other. You are probably in different networks: meet in one, or ask who runs this site for a STUN server.',
  'circle.codes.fault.no-way.stun':
    'The codes are right, but no way was found from one browser to the other. One of you may try another network, for instance the phone’s, and make a new code there.',
} as const;
