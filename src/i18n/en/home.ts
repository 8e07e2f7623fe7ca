export const home = {
  'home.title': 'Askwell: peer coaching circles without a coach',
  'home.description':
    'Askwell runs a peer coaching circle for people who have no coach. Free, private, in the browser.',
  'home.heading': 'Up to six colleagues, one question at a time.',
  'home.lead':
    'Askwell runs a peer coaching circle for people who have no coach. Meet on your usual call, ask each other better questions, and leave with one action that you come back to.',
  'home.pair.instead': 'Instead of:',
  'home.pair.was': '“Have you tried a shared calendar?”',
  'home.pair.ask': 'Ask:',
  'home.pair.practise': 'Practise this alone',
  'home.pair.open': '“How do the three of you find out what the others are doing?”',

  'home.start': 'Start a circle',
  'home.start.note':
    'Two to six people on a call, 30 to 60 minutes. You share one link. No accounts.',
  'home.try': 'Try a session alone',
  'home.try.note': 'A made-up case, ten minutes. Nobody else sees it.',
  'home.norms': 'Browse norms',
  'home.norms.note': 'Sentences to agree on before you begin, in sets for your kind of team.',

  'home.join': 'Join a circle',
  'home.join.label': 'Paste the link you were sent',
  'home.join.go': 'Join',
  'home.join.empty': 'Paste the link first. It is in the message that invited you.',
  'home.join.wrong':
    'That does not look like an invitation. Copy the whole link from the message, from https to its last letter, and paste it here.',
  'home.join.scriptless': 'To join, open the link you were sent.',

  'home.hour': 'An hour together',
  'home.hour.agree': 'Agree',
  'home.hour.agree.note': 'A few norms, chosen by all of you and read aloud.',
  'home.hour.listen': 'Listen',
  'home.hour.listen.note': 'One person says what is on their mind. Nobody breaks in.',
  'home.hour.ask': 'Ask',
  'home.hour.ask.note': 'One short open question each, in turn. Advice waits.',
  'home.hour.learn': 'Learn',
  'home.hour.learn.note': 'Everyone says what they saw about themselves.',
  'home.hour.act': 'Act',
  'home.hour.act.note': 'One action, in their words. Next time starts with it.',
  'home.hour.back': 'The next meeting begins with what came of it.',

  'home.circles': 'Your circles',
  'home.circles.mine': 'Your actions in all circles',
  'home.circles.local': 'Only this browser knows this list.',
  'home.circles.next': 'Next: {date}.',
  'home.circles.no-date': 'No date yet.',
  'home.circles.last-met': 'Last met on {date}.',
  'home.circles.not-met': 'You have not met yet.',
  'home.circles.actions.one': 'One action to come back to.',
  'home.circles.actions.other': '{count} actions to come back to.',
} as const;
