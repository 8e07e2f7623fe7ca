/** What a disk keeps, what it does not, and the files that a person can keep beside it. */
export const files = {
  'circle.opening.held-up':
    'Askwell is open in another tab with an older version, and this page waits for it. Close that tab or reload it; this one goes on by itself.',
  'circle.banner.newer-tab':
    'A newer Askwell is open in another tab. What you wrote here is kept. Reload this page to go on with the new one.',
  'circle.banner.damaged':
    'A part of what this device had stored cannot be read. It is left out here and not deleted. The others bring what is missing when you meet; if nobody has it, a circle copy may.',
  'circle.banner.safari':
    'Safari clears what a site has stored after seven days of use without a visit. To stay in this circle, put Askwell on your home screen, or keep the circle’s link or a file.',
  'circle.understood': 'Understood',
  'circle.trouble.no-disk.heading': 'What this browser has stored cannot be opened',
  'circle.trouble.no-disk':
    'That is so in some private windows, and when the disk is full. Close other windows or free some space, then reload. Or open the circle’s invitation link: the others still have everything.',

  'circle.keep': 'Copies and files',
  'circle.keep.missing': 'This part of the page has not come. Reload when you are online.',
  'circle.keep.promised': 'This browser has promised to keep what is stored here.',
  'circle.keep.not-promised':
    'This browser may clear what is stored here when space runs short. A file cannot be cleared like that.',
  'circle.keep.unknown': 'This browser does not say how long it keeps what is stored here.',
  'circle.keep.copy': 'Circle copy',
  'circle.keep.copy.note':
    'All that the circle shares, as a file that you can read. It lets nobody in and holds no private notes. But a file does not fade: what was said stays in it.',
  'circle.keep.copy.save': 'Save a circle copy',
  'circle.keep.seat': 'My seat',
  'circle.keep.seat.note':
    'Your seat, your private notes and the circle, locked with a passphrase. It brings you back on a new phone or in a cleared browser.',
  'circle.keep.seat.warning':
    'Whoever has this file and its passphrase is in the circle, as you. Nobody can reset the passphrase.',
  'circle.keep.seat.save': 'Save my seat',
  'circle.keep.passphrase': 'Passphrase',
  'circle.keep.passphrase.hint': 'At least 12 characters. Keep it where the file is not.',
  'circle.keep.passphrase.short':
    'That is too short to protect the file. Take at least 12 characters.',
  'circle.keep.passphrase.show': 'Show it',
  'circle.keep.passphrase.suggest': 'Suggest one',
  'circle.keep.locking': 'Locking the file…',
  'circle.keep.saved': 'Saved as {name}, where your browser puts downloads.',
  'circle.keep.failed': 'The file could not be made. All that is here stays: try again.',
  'circle.keep.after': 'Keep a copy?',
  'circle.keep.after.note':
    'This circle is on your devices and nowhere else. A copy is a file of your own, with what was said so far. You are asked once.',
  'circle.keep.after.no': 'Not now',

  'circle.file': 'Open a file',
  'circle.file.start': 'Open a file you kept',
  'circle.file.lead':
    'A my-seat file brings you back to a circle. A circle copy brings back what a circle lacks.',
  'circle.file.in-circle': 'A circle copy brings back what is missing here.',
  'circle.file.choose': 'Choose a file',
  'circle.file.another': 'Choose another file',
  'circle.file.too-large':
    'That file is far too large to be from Askwell. Look for one named askwell-circle-copy or askwell-my-seat.',
  'circle.file.empty':
    'That file is empty: perhaps a download was interrupted. Save it once more where it came from, or choose another.',
  'circle.file.unread':
    'Your device did not hand that file over. Copy it to this device, and choose it again.',
  'circle.file.web-page':
    'That is a saved web page, not a file from Askwell. Look for one named askwell-circle-copy or askwell-my-seat.',
  'circle.file.other':
    'That file is not from Askwell. Look for one named askwell-circle-copy or askwell-my-seat.',
  'circle.file.cut':
    'A part of that file is missing or has changed. Save it once more where it came from, or choose an older one.',
  'circle.file.newer':
    'That file is from a newer Askwell. Reload this page to get the new version, and choose the file again.',
  'circle.file.no-disk':
    'This browser keeps nothing, so the seat would be gone with this page. Open the file in another browser or window.',
  'circle.file.failed':
    'The file could not be brought in, and nothing has changed. Free some space on this device and try again.',
  'circle.file.wrong-passphrase':
    'That passphrase does not open the file. Check capital letters and spaces, and try again.',
  'circle.file.other-circle':
    'That is a copy of another circle. Open that circle, and bring the copy in there.',
  'circle.file.known':
    'That is a copy of “{name}”, which this browser has. Open the circle, and bring the copy in there under “Copies and files”.',
  'circle.file.known.open': 'Open the circle',
  'circle.file.unknown':
    'This browser does not know the circle of that copy, and a copy lets nobody in. Open the circle’s link or your my-seat file first, and bring the copy in there.',
  'circle.file.brings': 'This copy has what is not here:',
  'circle.file.nothing': 'All that this copy has is here already. There is nothing to bring in.',
  'circle.file.keeps':
    'Nothing that is here changes, and what has faded or was taken back stays away.',
  'circle.file.alone':
    'Nobody else is here. If others still have this circle, meet them first: then only what is truly missing is brought in.',
  'circle.file.unreadable.one': 'One row of the file cannot be read and is left out.',
  'circle.file.unreadable.other': '{count} rows of the file cannot be read and are left out.',
  'circle.file.bring': 'Bring it in',
  'circle.file.brought': 'It is here now, and goes to the others.',
  'circle.file.seat': 'This file holds a seat in a circle. Its passphrase opens it.',
  'circle.file.seat.open': 'Take the seat',
  'circle.file.unlocking': 'Unlocking…',
  'circle.file.count.sessions.one': 'one session',
  'circle.file.count.sessions.other': '{count} sessions',
  'circle.file.count.members.one': 'one member',
  'circle.file.count.members.other': '{count} members',
  'circle.file.count.norms.one': 'one norm',
  'circle.file.count.norms.other': '{count} norms',
  'circle.file.count.questions.one': 'one question',
  'circle.file.count.questions.other': '{count} questions',
  'circle.file.count.learnings.one': 'one learning',
  'circle.file.count.learnings.other': '{count} learnings',
  'circle.file.count.commitments.one': 'one commitment',
  'circle.file.count.commitments.other': '{count} commitments',
  'circle.file.count.reportBacks.one': 'one report-back',
  'circle.file.count.reportBacks.other': '{count} report-backs',
  'circle.file.count.rest.one': 'one smaller thing, such as who came',
  'circle.file.count.rest.other': '{count} smaller things, such as who came',
} as const;
