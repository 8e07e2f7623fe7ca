import { expect, test } from 'vitest';
import { sectionsOf } from '../../integrations/search-index/sections.ts';

const page = (main: string): string =>
  `<html><body><nav>Site</nav><main><h1>Listening</h1>${main}</main><footer>Foot</footer></body></html>`;

test('a page is found by its headings, and says neither the way on nor what is pressed', () => {
  const html = page(
    '<p class="lead">Hear &amp; wait.</p><h2 id="wait">Wait <em>longer</em></h2><p>Ten</p><p>seconds.</p>' +
      '<script>no()</script><form>Filter</form><section class="next"><h2 id="next">Next</h2></section>',
  );
  expect(sectionsOf(html, 'guides/listening/')).toEqual([
    { to: 'guides/listening/', page: 'Listening', heading: '', text: 'Hear & wait.' },
    {
      to: 'guides/listening/#wait',
      page: 'Listening',
      heading: 'Wait longer',
      text: 'Ten seconds.',
    },
  ]);
});

test('a heading without an address belongs to what is before it', () => {
  expect(sectionsOf(page('<h2>Here</h2><p>Words.</p>'), 'a/')).toEqual([
    { to: 'a/', page: 'Listening', heading: '', text: 'Here Words.' },
  ]);
});

test('a page without a main part says nothing', () => {
  expect(sectionsOf('<p>Text</p>', 'a/')).toEqual([]);
});

test('what is only counted is called by what it is about, and what is not shown is not found', () => {
  const html = page(
    '<article><h2 id="one" class="nth">1 of 9</h2><p class="said">“I go.”</p><p class="asked">“Where to?”</p><p>Open.</p></article>' +
      '<section hidden><h2 id="end">The end</h2></section>',
  );
  expect(sectionsOf(html, 'a/').at(-1)).toEqual({
    to: 'a/#one',
    page: 'Listening',
    heading: '“Where to?”',
    text: '“I go.” Open.',
  });
});
