/** Why the coach says something, by the reason that a rule gives, and what to do about it. It never scores. */
export const coach = {
  'coach.reason.blame.why':
    'This may be heard as a reproach. “Why” about something a person did invites them to defend it.',
  'coach.reason.blame.how-could':
    'This may be heard as a reproach: it sounds as if there were no good reason.',
  'coach.reason.blame.thinking':
    'This may be heard as a verdict on what they were thinking, more than as interest in it.',
  'coach.reason.blame.stopped': 'This may be heard as a reproach for something they did not do.',
  'coach.reason.blame.sounds': 'This may be heard as a reproach. Read it aloud once.',
  'coach.reason.leading.try': 'This may be heard as advice: it brings your own idea along.',
  'coach.reason.leading.suggestion':
    'This may be heard as advice, because it names what they could do.',
  'coach.reason.leading.negative':
    'This may be heard as your opinion: a “not” at the start hopes for a yes.',
  'coach.reason.leading.would-help':
    'This may be heard as advice: the answer you think of is already in it.',
  'coach.reason.leading.should': 'This may be heard as advice: it says what should be done.',
  'coach.reason.leading.presupposes':
    'This may be heard as taking something for granted that they have not said.',
  'coach.reason.leading.interpretation':
    'This may be heard as your reading of them. Is it theirs too?',
  'coach.reason.leading.declarative': 'This may be heard as an opinion with a question mark.',
  'coach.reason.leading.wonder': 'This may be heard as advice, gently wrapped.',
  'coach.reason.leading.loaded': 'This may be heard as a judgement: some words lean to one answer.',
  'coach.reason.leading.sounds':
    'This may be heard as leading somewhere. Is an answer of yours hidden in it?',
  'coach.reason.judging.word': 'This word may be heard as a verdict.',
  'coach.reason.early.solution':
    'This may come early: what the matter is may not be clear to all of you yet.',
  'coach.reason.rhetorical.tag': 'This may be heard as a statement that asks for a nod.',
  'coach.reason.stacked': 'This may be heard as two questions, and the easier one gets the answer.',
  'coach.reason.either-or': 'This may be heard as a choice of two, while there may be a third.',
  'coach.reason.closed': 'This may be answered with a yes or a no.',
  'coach.reason.fact': 'This may be more for you to know than for them to think about.',
  'coach.reason.soft-open': 'A polite door. It is fine, and also fine as “What …”.',
  'coach.reason.preamble': 'The story before the question may take up its room.',
  'coach.reason.too-long': 'This may be too long to keep in mind while thinking of an answer.',

  'coach.short.stacked': 'This may be heard as two questions.',
  'coach.short.why-blame': 'This may be heard as a reproach.',
  'coach.short.leading': 'This may be heard as an idea of yours.',
  'coach.short.judging': 'This may be heard as a verdict.',
  'coach.short.too-early': 'This may come early.',
  'coach.short.rhetorical': 'This may be heard as a statement.',
  'coach.short.either-or': 'This may be heard as a choice of two.',
  'coach.short.closed': 'This may get a yes or a no.',
  'coach.short.fact': 'This may be more for you than for them.',
  'coach.short.preamble': 'The story before it may take up the room.',
  'coach.short.too-long': 'This may be long to keep in mind.',

  'coach.recipe.stacked': 'Which one are you most afraid to leave alone? Ask that one.',
  'coach.recipe.why-blame':
    'From the cause to what it meant: what mattered, what was hoped for, what made it hard?',
  'coach.recipe.leading': 'Park the idea. What need would it meet? Ask about that need instead.',
  'coach.recipe.judging': 'Take the verdict out. How do they see it themselves?',
  'coach.recipe.too-early': 'First: what is it, what does it mean, what do they want?',
  'coach.recipe.rhetorical': 'Say back what you heard, and leave a silence. Or ask openly.',
  'coach.recipe.either-or': 'Name the tension and take away the menu.',
  'coach.recipe.closed':
    'What might the open version be? Keep the topic and begin with what or how.',
  'coach.recipe.fact': 'What in this fact matters to them?',
  'coach.recipe.preamble': 'Begin with the question word, and leave the rest out.',
  'coach.recipe.too-long': 'Leave out all before the question. Then half of what is left.',
  'coach.recipe.advice':
    'What need would your idea meet? Ask about the need, and leave the way to them.',
} as const;
