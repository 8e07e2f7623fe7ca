import { sound } from '../../board/sound.svelte.ts';

/**
 * Opening the way to the loudspeaker keeps a phone busy just when a stage is drawn, and no sound is due yet, ms. Where
 * nobody has touched the page, it would be opened in vain.
 */
const LATER = 1000;
const touches = ['pointerdown', 'keydown'] as const;

/** The soft sound at one minute left and at the end. What it says is always on the screen as well. */
export class Chime {
  #later: ReturnType<typeof setTimeout> | undefined;
  #audio: AudioContext | null = null;
  /** Browsers allow sound only after a tap on the page; a reload forgets it. */
  isBlocked = $state(false);

  constructor() {
    if (typeof AudioContext === 'undefined') return;
    this.isBlocked = 'userActivation' in navigator && !navigator.userActivation.hasBeenActive;
    if (this.isBlocked) for (const touch of touches) addEventListener(touch, this.#soon);
    else this.#soon();
  }

  readonly #soon = (): void => {
    this.#listenNoMore();
    this.#later = setTimeout(() => this.#open(), LATER);
  };

  #listenNoMore(): void {
    for (const touch of touches) removeEventListener(touch, this.#soon);
  }

  #open(): void {
    this.#audio = new AudioContext();
    this.isBlocked = this.#audio.state !== 'running';
    this.#audio.onstatechange = () => {
      this.isBlocked = this.#audio?.state !== 'running';
    };
  }

  /** To be called from a tap. */
  allow = (): void => {
    this.#audio?.resume().catch((error: unknown) => console.info('no sound here', error));
  };

  /** One tone for the last minute, two for the end. */
  play(tones: 1 | 2): void {
    const audio = this.#audio;
    if (!audio || audio.state !== 'running' || !sound.isOn) return;
    for (let i = 0; i < tones; i += 1)
      tone(audio, audio.currentTime + i * 0.45, i === 0 ? 528 : 396);
  }

  close(): void {
    this.#listenNoMore();
    clearTimeout(this.#later);
    this.#audio?.close().catch((error: unknown) => console.info('sound was closed already', error));
  }
}

function tone(audio: AudioContext, at: number, pitch: number): void {
  const oscillator = audio.createOscillator();
  const volume = audio.createGain();
  oscillator.frequency.value = pitch;
  volume.gain.setValueAtTime(0, at);
  volume.gain.linearRampToValueAtTime(0.16, at + 0.03);
  volume.gain.exponentialRampToValueAtTime(0.0005, at + 1.4);
  oscillator.connect(volume).connect(audio.destination);
  oscillator.start(at);
  oscillator.stop(at + 1.5);
}
