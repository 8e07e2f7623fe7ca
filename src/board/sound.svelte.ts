import { readSetting, writeSetting } from '../storage/device-setting.ts';

/** Where the wish for silence is kept. */
const KEY = 'askwell.silent';

/** Whether this device wants to hear the time. */
class Sound {
  isOn = $state(readSetting(KEY) === null);

  toggle = (): void => {
    this.isOn = !this.isOn;
    writeSetting(KEY, this.isOn ? null : 'yes');
  };
}

export const sound = new Sound();
