export const questions = {
  'questions.title': 'Questions to borrow',
  'questions.page-title': '{title} · Askwell',
  'questions.description':
    'More than a hundred open questions for peer coaching, by what they are for. To read, to print as cards, and to bring into a session.',
  'questions.lead':
    'Listen first, and let their last sentence make your question. When nothing comes, borrow one of these.',
  'questions.filter': 'Show',
  'questions.all': 'All',
  'questions.phase.clarify': 'To understand',
  'questions.phase.explore': 'To explore',
  'questions.phase.learn': 'To learn',
  'questions.phase.commit': 'To commit',
  'questions.phase.any': 'At any time',
  'questions.bring': 'Bring along',
  'questions.brought': 'Comes along',
  'questions.bring.about': 'Bring along: {question}',
  'questions.count.one': 'One question comes along to your next session, on this device.',
  'questions.count.other': '{count} questions come along to your next session, on this device.',
  'questions.full': 'Twelve come along already. Leave one behind first.',
  'questions.print':
    'Printed, this page becomes cards to cut out: all of them, or those that you chose above.',
  'questions.next.room': 'Practise asking',
  'questions.next.room.note': 'Short exercises, alone: sort, open, shorten, wait.',
  'questions.next.practise': 'What makes a question powerful',
  'questions.next.practise.note': 'Why short and open, and what to do with advice.',
  'questions.next.try': 'Try it on a made-up case',
  'questions.next.try.note': 'Ten minutes, alone. Nobody is watching.',
} as const;
