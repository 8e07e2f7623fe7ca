/** What guides help with, in the order of their list. */
export const guideGroups = ['begin', 'ask', 'present', 'hard', 'go-on', 'about'] as const;
