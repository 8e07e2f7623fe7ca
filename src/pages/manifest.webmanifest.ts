import type { APIRoute } from 'astro';
import { href } from '../components/site/href.ts';
import { en } from '../i18n/en.ts';
import { translator } from '../i18n/translate.ts';

const t = translator(en);

/** What a device shows of the site once it has been put on the home screen. */
const manifest = {
  id: href('/'),
  name: t('site.name'),
  short_name: t('site.name'),
  description: t('home.description'),
  lang: 'en',
  dir: 'ltr',
  start_url: href('/'),
  scope: href('/'),
  display: 'standalone',
  background_color: '#f6f6f0',
  theme_color: '#f6f6f0',
  icons: [
    { src: href('/icon-192.png'), sizes: '192x192', type: 'image/png' },
    { src: href('/icon-512.png'), sizes: '512x512', type: 'image/png' },
    {
      src: href('/icon-maskable-512.png'),
      sizes: '512x512',
      type: 'image/png',
      purpose: 'maskable',
    },
  ],
  shortcuts: [
    { name: t('site.install.circle'), url: href('/circle/#new') },
    { name: t('site.install.questions'), url: href('/questions/') },
  ],
};

export const GET: APIRoute = () =>
  new Response(JSON.stringify(manifest), {
    headers: { 'Content-Type': 'application/manifest+json' },
  });
