import { readSetting, writeSetting } from '../storage/device-setting.ts';
import type { OpenCircle } from './open-circle.ts';

const keyOf = ({ remembered }: OpenCircle): string => `askwell.copy-asked ${remembered.id}`;

/** Whether this device has asked, in this circle, if a copy shall be kept. It asks once. */
export const wasAsked = (circle: OpenCircle): boolean => readSetting(keyOf(circle)) !== null;

export const rememberAsking = (circle: OpenCircle): void => writeSetting(keyOf(circle), 'yes');
