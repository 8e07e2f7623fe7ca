import { afterEach, expect, test, vi } from 'vitest';
import { readSetting, writeSetting } from '../../src/storage/device-setting.ts';

afterEach(() => vi.unstubAllGlobals());

test('a browser that blocks site data keeps a setting as long as the page', () => {
  vi.stubGlobal('localStorage', undefined);
  Object.defineProperty(globalThis, 'localStorage', {
    configurable: true,
    get: () => {
      throw new DOMException('blocked', 'SecurityError');
    },
  });
  expect(readSetting('sound')).toBeNull();
  writeSetting('sound', 'off');
  expect(readSetting('sound')).toBe('off');
  writeSetting('sound', null);
  expect(readSetting('sound')).toBeNull();
});
