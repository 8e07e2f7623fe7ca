export const site = {
  'site.name': 'Askwell',
  'site.skip': 'Skip to the text',
  'site.nav': 'Site',
  'site.guides': 'Guides',
  'site.start-circle': 'Start a circle',
  'site.foot.words':
    'What you say in a circle goes from your screen to theirs, and is kept on your devices. We have no server that could read it.',
  'site.foot.how':
    'Free, without accounts and without tracking. To find each other, screens use a meeting point that sees addresses and times, never words.',
  'site.foot.nav': 'More',
  'site.foot.stored': 'What is stored where',
  'site.update.ready': 'A new version is ready.',
  'site.update.reload': 'Reload',
} as const;
