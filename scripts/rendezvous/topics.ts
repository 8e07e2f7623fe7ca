/** Who listens to which topic. Topics without listeners take no memory. */
export class Topics<Listener> {
  readonly #listeners = new Map<string, Set<Listener>>();
  readonly #topics = new Map<Listener, Set<string>>();

  listeners(topic: string): ReadonlySet<Listener> {
    return this.#listeners.get(topic) ?? new Set();
  }

  topicsOf(listener: Listener): ReadonlySet<string> {
    return this.#topics.get(listener) ?? new Set();
  }

  get size(): number {
    return this.#listeners.size;
  }

  add(topic: string, listener: Listener): void {
    addTo(this.#listeners, topic, listener);
    addTo(this.#topics, listener, topic);
  }

  remove(topic: string, listener: Listener): void {
    removeFrom(this.#listeners, topic, listener);
    removeFrom(this.#topics, listener, topic);
  }

  forget(listener: Listener): void {
    for (const topic of [...this.topicsOf(listener)]) this.remove(topic, listener);
  }
}

function addTo<Key, Value>(sets: Map<Key, Set<Value>>, key: Key, value: Value): void {
  const set = sets.get(key) ?? new Set();
  sets.set(key, set.add(value));
}

function removeFrom<Key, Value>(sets: Map<Key, Set<Value>>, key: Key, value: Value): void {
  const set = sets.get(key);
  set?.delete(value);
  if (set?.size === 0) sets.delete(key);
}
