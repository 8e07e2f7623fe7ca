/** When the notes of a session fade, and what one can choose about it. */
export const notes = {
  'circle.notes.fade': 'The notes of this session fade on {date}.',
  'circle.notes.kept': 'The notes of this session are kept.',
  'circle.notes.hidden': 'The notes of this session are due to go, and are not shown any more.',
  'circle.notes.faded': 'The notes of this session have faded.',
  'circle.notes.short.fade': 'Notes until {date}',
  'circle.notes.short.kept': 'Notes are kept',
  'circle.notes.short.hidden': 'Notes are due to go',
  'circle.notes.short.faded': 'Notes have faded',
  'circle.notes.change': 'Change',
  'circle.notes.late': 'The choices have not come. Reload when you are online.',

  'circle.notes.heading': 'The notes of this session',
  'circle.notes.lead':
    'When they fade, they go for everyone: what it was about, the questions, and what each of you noted. Learnings go too, unless their author keeps them.',
  'circle.notes.stays': 'What you agreed, your actions, and who took part stay.',
  'circle.notes.due':
    'Their day has come, so they are not shown. They are still on this device until another member is here, or until you delete them.',
  'circle.notes.until': 'How long they stay, for everyone',
  'circle.notes.until.day': 'until {date}',
  'circle.notes.until.always': 'as long as the circle',
  'circle.notes.learning': 'Keep what I learned',
  'circle.notes.learning.note': 'Everyone in the circle can still read it: “{text}”',
  'circle.notes.mine': 'Keep my own notes',
  'circle.notes.mine.note':
    'What you jotted down, parked and marked. It stays on this device, and only you have it.',
  'circle.notes.delete': 'Delete the notes now',
  'circle.notes.delete.ask':
    'They go from this device now, and from every other one when it next meets one of you. Nobody can bring them back. What somebody has saved elsewhere stays there.',
  'circle.notes.delete.yes': 'Delete for everyone',
  'circle.notes.delete.no': 'Leave them',
} as const;
