import type { Page } from '@playwright/test';
import { CircleDocument } from '../../../src/document/circle-document.ts';

/** The circle as it is on the disk of a page's device. */
export async function keptOn(page: Page): Promise<CircleDocument> {
  const rows = await page.evaluate(async () => {
    const done = <Result>(request: IDBRequest<Result>) =>
      new Promise<Result>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('the disk refused'));
      });
    const database = await done(indexedDB.open('askwell'));
    const updates: { bytes: Uint8Array }[] = await done(
      database.transaction('updates').objectStore('updates').getAll(),
    );
    database.close();
    return updates.map(({ bytes }) => [...bytes]);
  });
  return new CircleDocument(rows.map((row) => Uint8Array.from(row)));
}
