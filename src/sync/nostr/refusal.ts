/** Why a relay does not take our words. `time`: it finds them too old, or from the future. */
export type Refusal = 'too-much' | 'needs-login' | 'refused' | 'time';

/** Relays begin a reason with a word of NIP-01 and NIP-42; some only write a sentence. */
const patterns: readonly (readonly [RegExp, Refusal])[] = [
  [/^rate-limited|rate.?limit|too (many|much|fast)|slow down|throttl|quota/i, 'too-much'],
  [
    /^auth-required|^restricted|\bauth\b|log ?in|whitelist|not allowed|paid|members? only/i,
    'needs-login',
  ],
  [/created_?at|creation date|timestamp|too old|expired|in the (future|past)|too far/i, 'time'],
];

export function refusalOf(reason: string): Refusal {
  return patterns.find(([pattern]) => pattern.test(reason))?.[1] ?? 'refused';
}

/** What a notice tells; `null` where it may be anything, a greeting for instance. */
export function refusalInNotice(notice: string): Refusal | null {
  const refusal = refusalOf(notice);
  if (refusal !== 'refused') return refusal;
  return /block|ban|reject|refus|denied|invalid|error|bad/i.test(notice) ? 'refused' : null;
}
