import { channelTargets } from './channel.ts';
import { codeTargets } from './codes.ts';
import { fileTargets } from './files.ts';
import { relayTargets } from './relayed.ts';
import { nostrTargets } from './nostr.ts';
import { rendezvousTarget } from './rendezvous.ts';
import { rowTargets } from './rows.ts';
import { signalTargets } from './signals.ts';
import type { Target } from './target.ts';
import { wordTargets } from './words.ts';

/** Every place where something from a peer, a link, a setting or a file is read. */
export const targets: readonly Target[] = [
  ...channelTargets,
  rendezvousTarget,
  ...signalTargets,
  ...wordTargets,
  ...codeTargets,
  ...relayTargets,
  ...nostrTargets,
  ...fileTargets,
  ...rowTargets,
];
