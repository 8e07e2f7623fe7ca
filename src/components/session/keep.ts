import { keepFocus } from './keep-focus.ts';
import { keepScreenOn } from './keep-screen-on.ts';

/** Keeps the screen on and the keyboard's place while a session is on this screen. Returns its own undo. */
export function keep(): () => void {
  const [letSleep, letFocusGo] = [keepScreenOn(), keepFocus()];
  return () => {
    letFocusGo();
    letSleep();
  };
}
