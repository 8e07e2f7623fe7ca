export const guides = {
  'guides.title': 'Guides',
  'guides.page-title': '{title} · Askwell',
  'guides.description': 'Short guides to peer coaching without a coach, to read and to print.',
  'guides.lead':
    'Short, to read before you meet or to print for the table. Begin with the first one.',
  'guides.group.begin': 'Before you begin',
  'guides.group.ask': 'Listening and asking',
  'guides.group.present': 'Presenting and acting',
  'guides.group.hard': 'When it gets hard',
  'guides.group.go-on': 'Going on, or ending',
  'guides.group.about': 'About Askwell',
  'guides.minutes.one': 'One minute',
  'guides.minutes.other': '{count} minutes',
  'guides.to-read.one': 'One minute to read',
  'guides.to-read.other': '{count} minutes to read',
  'guides.prints': 'It prints on two pages at most, for the table or the wall.',
  'guides.askwell': 'What Askwell is',
  'guides.askwell.words':
    'Two to six colleagues coach each other on a call, one question at a time. No coach, no account.',
  'guides.askwell.try': 'Try a session alone',
  'guides.next': 'Do this next',
} as const;
