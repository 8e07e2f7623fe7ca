/** A circle's new link, and members who do not come along. */
export const renewal = {
  'circle.renew': 'Renew the link',
  'circle.renew.lead':
    'The circle moves to a new link with all it holds. Whoever has only the old one keeps what they have, and gets nothing new.',
  'circle.renew.who': 'Who is on the call with you now?',
  'circle.renew.who.note': 'Tick those you see or hear. Their devices get the new link at once.',
  'circle.renew.who.none': 'Nobody else is connected directly.',
  'circle.renew.device': 'device {number}',
  'circle.renew.stranger': 'does not come along',
  'circle.renew.later':
    'Send the new link to {names} yourself. They open it and have their seat again.',
  'circle.renew.go': 'Renew the link',
  'circle.renew.working': 'Moving…',
  'circle.renew.to-come':
    'The circle has a new link, and nobody is reached by the old one. {names} will need it. Send it where only they read:',
  'circle.renew.failed':
    'The link was not renewed: this device could not keep the new one. Free some space and try again.',
  'circle.renew.remove': 'Remove a member',
  'circle.renew.remove.lead':
    'The circle moves to a new link, and one of you does not get it. Everyone sees that.',
  'circle.renew.remove.who': 'Who does not come along?',
  'circle.renew.remove.nobody': 'Choose who does not come along.',
  'circle.renew.remove.keeps':
    '{name} keeps what is on their device, also what others wrote. From now on nothing new gets there.',
  'circle.renew.remove.go': 'Renew without {name}',

  'circle.moved':
    '{name} has renewed this circle’s link, {date}. Ask {name} for the new one and open it here: what you have comes along. What you write until then reaches only those who are still here.',
  'circle.moved.without-you':
    '{name} has renewed this circle’s link without you, {date}. What is here stays on this device, and nothing new comes. If that surprises you, talk to {name}.',
  'circle.moved.at-once':
    '{name} has renewed the link at the same moment, and theirs counts. Ask {name} for it and open it here: what you have comes along.',
  'circle.moved.missed':
    '{name} renewed the link at the same moment, and left {who} out. Here that was not known, so {who} has this link. If it shall hold, renew the link once more, without {who}.',
  'circle.moved.someone': 'Another member',
  'circle.moved.to-come':
    'The circle has a new link. {names} will need it: send it with “Invite”. The old one leads nowhere now.',
  'circle.moved.all-here': 'The circle has a new link, and everyone has it.',
  'circle.moved.came-along':
    '{name} has renewed the circle’s link, and this device has come along. You need do nothing.',
  'circle.moved.fine': 'All right',
} as const;
