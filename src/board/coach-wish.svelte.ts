import { readSetting, writeSetting } from '../storage/device-setting.ts';

/** Where the wish to write without the coach is kept. */
const KEY = 'askwell.no-coach';

/** Whether the coach may read along on this device. */
class CoachWish {
  isOn = $state(readSetting(KEY) === null);

  toggle = (): void => {
    this.isOn = !this.isOn;
    writeSetting(KEY, this.isOn ? null : 'yes');
  };
}

export const coachWish = new CoachWish();
