/** What whoever observes reads, and their own sheet. */
export const observe = {
  'session.observe.you': 'You observe.',
  'session.observe.how': 'No question from you. Note what opens, and what closes.',
  'session.observe.sheet': 'What I observe',
  'session.observe.note': 'Only you see this. It is about the group, not about one person.',
  'session.observe.open': 'Open',
  'session.observe.soft': 'Soft open',
  'session.observe.closed': 'Closed',
  'session.observe.advice': 'Advice',
  'session.observe.silence': 'A silence',
  'session.observe.one-less': 'One less: {kind}',
  'session.observe.slowed': 'The question that slowed them down',
  'session.observe.word': 'A word that came back',
  'session.observe.silent': 'The longest silence, and what came after',
} as const;
