import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sideOf, spareRelays, waysOf } from '../../../src/sync/relay/ways.ts';

/** Ways as `ab` between a and b, or `a~b` by relay, seen from one page. */
function seenBy(self: string, drawn: string) {
  const edges = drawn.split(' ').filter((edge) => edge !== '');
  const ends = edges.map((edge) => ({
    one: edge[0]!,
    other: edge.at(-1)!,
    isSlow: edge.length > 2,
  }));
  const of = (page: string, slowOnly: boolean) =>
    new Set(
      ends.flatMap(({ one, other, isSlow }) => {
        if (slowOnly && !isSlow) return [];
        return one === page ? other : other === page ? one : [];
      }),
    );
  return waysOf({
    self,
    direct: [...of(self, false)],
    slow: [...of(self, true)],
    nearOf: (page) => of(page, false),
    slowOf: (page) => of(page, true),
  });
}

const spare: [says: string, ways: string, self: string, spare: string[]][] = [
  ['one relay to a circle is needed', 'ab bc ac a~e', 'e', []],
  ['a channel beside a relay makes it spare', 'ab a~e be', 'e', ['a']],
  ['of two relays to one circle the one to the lower id stays', 'ab a~e b~e', 'e', ['b']],
  ['the other side sees it alike', 'ab a~e b~e', 'b', ['e']],
  ['and who is not concerned does nothing', 'ab a~e b~e', 'a', []],
  ['two that are cut off need none to each other', 'ab a~e a~f e~f', 'f', ['e']],
  ['alone they do', 'e~f', 'f', []],
  ['between two groups one relay is enough', 'ab cd a~c b~d', 'b', ['d']],
  ['of tabs that reach each other one relays', 'ab ef a~e a~f', 'f', ['a']],
];

test.for(spare)('%s', ([, ways, self, expected]) => {
  expect(spareRelays(self, seenBy(self, ways))).toEqual(expected);
});

test('our side are those whom no relay carries to us', () => {
  expect(sideOf('b', seenBy('b', 'ab bc c~d de'))).toEqual(['a', 'b', 'c']);
  expect(sideOf('d', seenBy('d', 'ab bc c~d de'))).toEqual(['d', 'e']);
  expect(sideOf('x', seenBy('x', ''))).toEqual(['x']);
});

test('when all give up their spare relays at once, all still reach each other, and none is spare', () => {
  const pages = [...'abcdef'];
  const pairs = pages.flatMap((one) =>
    pages.filter((other) => one < other).map((other) => [one, other]),
  );
  const kind = fc.constantFrom('none', 'fast', 'slow', 'slow');
  fc.assert(
    fc.property(fc.array(kind, { minLength: pairs.length, maxLength: pairs.length }), (kinds) => {
      const edges = pairs.flatMap(([one, other], at) => {
        if (kinds[at] === 'none') return [];
        return kinds[at] === 'fast' ? `${one}${other}` : `${one}~${other}`;
      });
      const reachedBy = (page: string, ways: string) => {
        const found = seenBy(page, ways).flatMap(({ ends }) => ends);
        return [...new Set([page, ...found])].sort();
      };
      const before = edges.join(' ');
      const left = edges.filter((edge) => {
        const [one, other] = [edge[0]!, edge.at(-1)!];
        return edge.length < 3 || !spareRelays(one, seenBy(one, before)).includes(other);
      });
      for (const page of pages) {
        expect(reachedBy(page, left.join(' '))).toEqual(reachedBy(page, before));
        expect(spareRelays(page, seenBy(page, left.join(' ')))).toEqual([]);
      }
    }),
    { numRuns: 40 },
  );
});
