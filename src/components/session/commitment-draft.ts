import type { Private } from '../../board/private.svelte.ts';
import type { CommitmentWords } from '../../domain/commitment.ts';
import { commitmentKinds } from '../../domain/commitment.ts';

const LINES = [
  'text',
  'by',
  'firstStep',
  'tell',
  'cue',
  'obstacle',
  'plan',
  'done',
  'askMe',
  'kind',
  'confidence',
] as const;

/** What I am writing down of somebody's action: mine alone until it is written down, and safe from a reload. */
export class CommitmentDraft {
  readonly #mine: Private;
  readonly #before: () => CommitmentWords;
  readonly #about: string;

  /**
   * @param before what is written there now: a field that I have not touched follows what others write
   * @param about the action, or the turn that it belongs to
   */
  constructor(mine: Private, before: () => CommitmentWords, about: string) {
    this.#mine = mine;
    this.#before = before;
    this.#about = `commit ${about}`;
  }

  get words(): CommitmentWords {
    const before = this.#before();
    const read = (field: (typeof LINES)[number]): string =>
      this.#mine.draft(`${this.#about} ${field}`) ?? String(before[field] ?? '');
    const sure = read('confidence');
    return {
      text: read('text'),
      by: read('by'),
      firstStep: read('firstStep'),
      tell: read('tell'),
      cue: read('cue'),
      obstacle: read('obstacle'),
      plan: read('plan'),
      done: read('done'),
      askMe: read('askMe'),
      kind: commitmentKinds.find((kind) => kind === read('kind')) ?? null,
      confidence: sure === '' ? null : Number(sure),
    };
  }

  /** Whether its words stay on this device; `null` while nobody has chosen. */
  get isPrivate(): boolean | null {
    const chosen = this.#mine.draft(`${this.#about} private`);
    return chosen === null ? null : chosen !== '';
  }

  choose(isPrivate: boolean): void {
    this.#mine.writeDraft(`${this.#about} private`, isPrivate ? 'yes' : '');
  }

  set(fields: Partial<CommitmentWords>): void {
    for (const field of LINES) {
      const value = fields[field];
      if (value === undefined) continue;
      this.#mine.writeDraft(`${this.#about} ${field}`, String(value ?? ''));
    }
  }

  clear(safe: Promise<void>): void {
    for (const field of [...LINES, 'private'])
      this.#mine.dropDraft(`${this.#about} ${field}`, safe);
  }
}
