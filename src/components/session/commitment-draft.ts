import type { Private } from '../../board/private.svelte.ts';
import type { CommitmentWords } from '../../board/session-board.svelte.ts';
import type { Commitment } from '../../domain/commitment.ts';

const NOTHING: CommitmentWords = { text: '', by: '', firstStep: '', tell: '', confidence: null };
const FIELDS = ['text', 'by', 'firstStep', 'tell', 'confidence'] as const;

/** What I am writing down of somebody's action: mine alone until it is written down, and safe from a reload. */
export class CommitmentDraft {
  readonly #mine: Private;
  readonly #before: CommitmentWords;
  readonly #about: string;

  constructor(mine: Private, commitment: Commitment | null, turn: string) {
    this.#mine = mine;
    this.#before = commitment ?? NOTHING;
    this.#about = `commit ${commitment?.id ?? turn}`;
  }

  get words(): CommitmentWords {
    const read = (field: (typeof FIELDS)[number]): string | null =>
      this.#mine.draft(`${this.#about} ${field}`);
    const sure = read('confidence');
    return {
      text: read('text') ?? this.#before.text,
      by: read('by') ?? this.#before.by,
      firstStep: read('firstStep') ?? this.#before.firstStep,
      tell: read('tell') ?? this.#before.tell,
      confidence: sure === null ? this.#before.confidence : Number(sure),
    };
  }

  set(fields: Partial<CommitmentWords>): void {
    for (const field of FIELDS) {
      const value = fields[field];
      if (value === undefined) continue;
      this.#mine.writeDraft(`${this.#about} ${field}`, String(value ?? ''));
    }
  }

  clear(safe: Promise<void>): void {
    for (const field of FIELDS) this.#mine.dropDraft(`${this.#about} ${field}`, safe);
  }
}
