/** What a disk keeps, what it does not, and the files that a person can keep beside it. */
export const files = {
  'circle.opening.held-up':
    'Askwell is open in another tab with an older version, and this page waits for it. Close that tab or reload it; this one goes on by itself.',
  'circle.banner.newer-tab':
    'A newer Askwell is open in another tab. What you wrote here is kept. Reload this page to go on with the new one.',
  'circle.banner.damaged':
    'A part of what this device had stored cannot be read. It is left out here and not deleted. The others bring what is missing when you meet; if nobody has it, a circle copy may.',
  'circle.banner.damaged.seen': 'Understood',
  'circle.trouble.no-disk.heading': 'What this browser has stored cannot be opened',
  'circle.trouble.no-disk':
    'That is so in some private windows, and when the disk is full. Close other windows or free some space, then reload. Or open the circle’s invitation link: the others still have everything.',
} as const;
