import fc from 'fast-check';
import { expect, test } from 'vitest';
import { forwardTo, type Near } from '../../src/sync/forwarding.ts';
import { reachOf } from '../../src/sync/reach.ts';

/** Who is connected to whom. */
type Graph = ReadonlyMap<string, ReadonlySet<string>>;

function graphOf(pages: readonly string[], links: readonly (readonly [string, string])[]): Graph {
  const graph = new Map(pages.map((page) => [page, new Set<string>()]));
  for (const [one, other] of links) {
    graph.get(one)!.add(other);
    graph.get(other)!.add(one);
  }
  return graph;
}

/** How often each page gets a change by `first`, when all pass it on by the rule. Known changes end there. */
function deliveries(graph: Graph, first: string): Map<string, number> {
  const near: Near = (page) => graph.get(page);
  const got = new Map<string, number>();
  const sends = [...graph.get(first)!].map((to) => ({ from: first, to }));
  for (let next = sends.shift(); next !== undefined; next = sends.shift()) {
    const { from, to } = next;
    const times = (got.get(to) ?? 0) + 1;
    got.set(to, times);
    if (times > 1 || to === first) continue;
    const targets = forwardTo({ self: to, direct: graph.get(to)!, from, near });
    sends.push(...targets.map((target) => ({ from: to, to: target })));
  }
  return got;
}

function distances(graph: Graph, first: string): Map<string, number> {
  const found = new Map([[first, 0]]);
  for (const [page, far] of found) {
    for (const next of graph.get(page)!) if (!found.has(next)) found.set(next, far + 1);
  }
  return found;
}

const pages = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const allPairs = pages.flatMap((one, at) =>
  pages.slice(at + 1).map((other) => [one, other] as const),
);
const anyGraph = fc.subarray(allPairs).map((links) => graphOf(pages, links));

test('in a circle where everybody is connected, nothing is passed on', () => {
  const graph = graphOf(pages, allPairs);
  expect([...deliveries(graph, 'c').values()]).toEqual(pages.slice(1).map(() => 1));
});

test('two without a channel get what the other says once, through the lowest that knows both', () => {
  const graph = graphOf(
    pages,
    allPairs.filter(([one, other]) => `${one}${other}` !== 'ab'),
  );
  const direct = graph.get('c')!;
  const near: Near = (page) => graph.get(page);
  expect(forwardTo({ self: 'c', direct, from: 'a', near })).toEqual(['b']);
  expect(forwardTo({ self: 'd', direct: graph.get('d')!, from: 'a', near })).toEqual([]);
  expect(deliveries(graph, 'a').get('b')).toBe(1);
  expect(deliveries(graph, 'b').get('a')).toBe(1);
});

test('a page that has not told its connections yet gets everything', () => {
  const near: Near = (page) => (page === 'b' ? new Set(['a', 'c']) : undefined);
  expect(forwardTo({ self: 'b', direct: ['a', 'c'], from: 'a', near })).toEqual(['c']);
});

test('with any one channel missing, everybody gets a change exactly once', () => {
  const missing = fc.constantFrom(...allPairs);
  fc.assert(
    fc.property(missing, fc.constantFrom(...pages), (without, first) => {
      const graph = graphOf(
        pages,
        allPairs.filter((pair) => pair !== without),
      );
      const got = deliveries(graph, first);
      for (const page of pages) expect(got.get(page) ?? 0).toBe(page === first ? 0 : 1);
    }),
  );
});

test('whoever can be reached at all gets a change, however many are in between', () => {
  fc.assert(
    fc.property(anyGraph, fc.constantFrom(...pages), (graph, first) => {
      const got = deliveries(graph, first);
      for (const page of distances(graph, first).keys()) {
        if (page !== first) expect(got.get(page) ?? 0).toBeGreaterThan(0);
      }
    }),
    { numRuns: 2000 },
  );
});

test('a page is reached directly, or through the first step of a way to it', () => {
  fc.assert(
    fc.property(anyGraph, fc.constantFrom(...pages), (graph, self) => {
      const reach = reachOf(self, graph.get(self)!, (page) => graph.get(page));
      const far = distances(graph, self);
      expect([...reach.keys()].sort()).toEqual(
        [...far.keys()].filter((page) => page !== self).sort(),
      );
      for (const [page, how] of reach) {
        if (far.get(page) === 1) expect(how).toEqual({ kind: 'direct' });
        else expect(how.kind === 'through' && far.get(how.by)).toBe(1);
      }
    }),
  );
});
