import type { AstroIntegration } from 'astro';

/** While the site is developed, `/style/` shows what it is drawn with. It is in no build. */
export function stylePage(): AstroIntegration {
  return {
    name: 'style-page',
    hooks: {
      'astro:config:setup': ({ command, injectRoute }) => {
        if (command !== 'dev') return;
        injectRoute({ pattern: '/style/', entrypoint: './integrations/style-page/page.astro' });
      },
    },
  };
}
