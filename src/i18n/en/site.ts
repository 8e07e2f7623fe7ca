export const site = {
  'site.name': 'Askwell',
  'site.share.alt':
    'Askwell: colleagues who help each other think. “What conversations have you not yet had?”',
  'site.install.circle': 'Start a circle',
  'site.install.questions': 'Find a question',
  'site.skip': 'Skip to the text',
  'site.nav': 'Site',
  'site.guides': 'Guides',
  'site.practise': 'Practise',
  'site.questions': 'Questions',
  'site.norms': 'Norms',
  'site.start': 'Start',
  'site.start.circle': 'a circle',
  'site.foot.words':
    'What you say in a circle goes from your screen to theirs, and is kept on your devices. We have no server that could read it.',
  'site.foot.how':
    'Free, without accounts and without tracking. To find each other, screens use a meeting point that sees addresses and times, never words.',
  'site.foot.trust': 'What leaves your device',
  'site.foot.safety': 'Safety and limits',
  'site.offline': 'You are offline. All of this works, except finding each other.',
  'site.update.ready': 'A new version is ready.',
  'site.update.reload': 'Reload',
  'site.update.later': 'A session is open in another tab. Reload when it has ended.',
  'site.lost.title': 'This page is not here',
  'site.lost.lead': 'The address may have changed, or a letter went missing on the way.',
  'site.lost.home': 'Go to the start',
  'site.lost.home.note': 'What Askwell is, and your circles.',
  'site.lost.guides.note': 'How to listen, ask and look after each other.',
  'site.lost.invitation':
    'If somebody invited you to a circle, open the whole link you were sent, or paste it on the first page.',
} as const;
