/** Where the wish for silence is kept, on this device. */
const KEY = 'askwell.silent';

/** Whether this device wants to hear the time. */
class Sound {
  isOn = $state(localStorage.getItem(KEY) === null);

  toggle = (): void => {
    this.isOn = !this.isOn;
    if (this.isOn) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, 'yes');
  };
}

export const sound = new Sound();
