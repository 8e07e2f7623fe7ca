const taken = new Map<string, Promise<void>>();

/**
 * y-webrtc throws, in a promise that nobody holds, when one page opens a room twice. Waits until the
 * room is free on this page and takes it; the answer gives it back.
 */
export async function takeRoom(name: string): Promise<() => void> {
  for (let before = taken.get(name); before !== undefined; before = taken.get(name)) await before;
  const { promise, resolve } = Promise.withResolvers<void>();
  taken.set(name, promise);
  return () => {
    taken.delete(name);
    resolve();
  };
}
