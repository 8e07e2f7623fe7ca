/** Practice conversations. Keys below `conversation.say` are said by their script. */
export const conversation = {
  'conversation.title': 'Practice conversations',
  'conversation.page-title': '{title} · Practise · Askwell',
  'conversation.description':
    'Ask a made-up person about what is on their mind, and see which questions open them. Alone, free, without an account, also offline.',
  'conversation.lead':
    'Six made-up people have something on their mind. Ask one of them, and see what your questions do.',
  'conversation.about':
    'Nobody is at the other end: what they say was written beforehand. What you type stays on this device.',
  'conversation.note': 'Ask a made-up person, and see what opens them.',
  'conversation.choose': 'Whom would you like to ask?',
  'conversation.talk': 'Ask {name}',
  'conversation.goal':
    'You need not solve anything. Ask about eight questions, or give back a few of {name}’s words, and see what happens.',
  'conversation.begins': 'This is {name}.',
  'conversation.example': 'How it can go',
  'conversation.example.note': 'Three things that somebody said to {name}.',
  'conversation.needs-script':
    'For you to ask, this page needs its script, which does not run here.',
  'conversation.log': 'The conversation with {name}',
  'conversation.field': 'What do you say to {name}?',
  'conversation.only-here': 'Stays on this device',
  'conversation.ask': 'Ask',
  'conversation.hint': 'A hint',
  'conversation.end': 'End here',
  'conversation.aloud': 'I said it aloud',
  'conversation.aloud.note': 'What was it?',
  'conversation.aloud.open': 'An open question',
  'conversation.aloud.closed': 'A yes-or-no question',
  'conversation.aloud.reflection': 'I gave their words back',
  'conversation.aloud.advice': 'A suggestion',
  'conversation.aloud.silence': 'I said nothing, and waited',
  'conversation.over': 'What opened what',
  'conversation.over.none': 'You have not asked anything yet. Nothing is lost.',
  'conversation.try': 'To try next time',
  'conversation.again': 'Begin again',
  'conversation.go-on': 'Go on asking',
  'conversation.others': 'Ask somebody else',
  'conversation.others.note': 'Six people, six matters.',
  'conversation.next.questions': 'Questions to borrow',
  'conversation.next.questions.note': 'More than a hundred, by what they are for.',

  'conversation.say.you': 'You',
  'conversation.say.aloud.open': 'You asked an open question aloud.',
  'conversation.say.aloud.closed': 'You asked a yes-or-no question aloud.',
  'conversation.say.aloud.reflection': 'You gave some words back, aloud.',
  'conversation.say.aloud.advice': 'You made a suggestion aloud.',
  'conversation.say.aloud.silence': 'You said nothing, and waited.',
  'conversation.say.plenty':
    'You have said eight things. You can go on, or end here and see what opened what.',
  'conversation.say.full': 'This has been a long conversation. End here, and see what opened what.',
  'conversation.say.empty': 'Write what you would say, or say it aloud and choose what it was.',
  'conversation.say.not-kept':
    'This browser keeps nothing for this page. Your conversation lasts until you close or reload it.',
  'conversation.say.no-coach':
    'The page could not load what it needs to read your question. Try again when you are online, or say it aloud.',
  'conversation.say.fine': 'Nothing stands out. Read it aloud once, then ask it.',
  'conversation.say.back': 'You could give these words back: “{words}”. Or ask about them.',
  'conversation.say.start': 'You could ask what matters to {name} in this, or what happened.',

  'conversation.say.did.opened': '{name} told you something new, and opened a little.',
  'conversation.say.did.told': '{name} went on, in the silence.',
  'conversation.say.did.same.open': '{name} had nothing new to say on that.',
  'conversation.say.did.same.closed': 'A short answer fitted, and {name} gave one.',
  'conversation.say.did.same.fact': '{name} gave you a fact they knew already.',
  'conversation.say.did.same.scale': '{name} gave you a number.',
  'conversation.say.did.same.either-or': '{name} looked for an answer between your two.',
  'conversation.say.did.same.stacked': '{name} did not know which question to answer.',
  'conversation.say.did.same.long': 'It was long, and {name} lost the thread.',
  'conversation.say.did.same.reflection': '{name} felt heard, and had said all there was.',
  'conversation.say.did.same.consent':
    'You checked, and {name} said yes. That is what a yes-or-no question is for.',
  'conversation.say.did.same.promise': '{name} said when. Here a short answer is just right.',
  'conversation.say.did.same.statement': 'It was something of yours, and {name} waited.',
  'conversation.say.did.same.repeat': 'You had asked it before.',
  'conversation.say.did.same.unsure': '{name} was not sure how you meant it.',
  'conversation.say.did.same.silence': 'You were both quiet for a while.',
  'conversation.say.did.same.other': 'It was not about the matter, and nothing changed.',
  'conversation.say.did.closed.advice':
    '{name} heard advice in it, was polite, and closed a little.',
  'conversation.say.did.closed.why-blame': '{name} heard a reproach in it, and defended.',
  'conversation.say.did.closed.judging': '{name} heard a verdict in it, and stepped back.',

  'conversation.say.try.need':
    'When an idea for {name} comes up in you, keep it for now, and ask what it would be good for.',
  'conversation.say.try.intention':
    'In place of “Why did you…?”, ask “What was important to you when…?”',
  'conversation.say.try.verdict': 'Leave out the word that has already decided, and ask the same.',
  'conversation.say.try.one': 'Ask one question, and keep the others for later.',
  'conversation.say.try.open':
    'Begin a question with “what” or “how”, and see where {name} takes it.',
  'conversation.say.try.reflect':
    'Before your next question, give three of {name}’s own words back.',
  'conversation.say.try.step':
    'Toward the end, ask what a small next step would be, and then: by when?',
  'conversation.say.try.stay': 'Wait a little after an answer. Often more comes by itself.',
} as const;
