export const guides = {
  'guides.title': 'Guides',
} as const;
