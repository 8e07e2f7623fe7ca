export const find = {
  'find.title': 'Find',
  'find.page-title': '{title} · Askwell',
  'find.description':
    'Search all of Askwell, or begin with what you need: a first meeting, a hard moment, a better question.',
  'find.lead': 'Begin with what you need, or search for a word.',
  'find.label': 'Search guides, norms, questions and exercises',
  'find.go': 'Search',
  'find.found': 'Places found: {places}',
  'find.nothing': 'Nothing says that. Try one plain word, such as “advice” or “silence”.',
  'find.failed': 'The search could not be loaded. Check your connection, or begin below.',
  'find.needs-script': 'Search needs JavaScript. All below works without it.',
  'find.needs': 'What do you need?',
} as const;
