import type { BrowserContext } from '@playwright/test';
import { CircleDocument } from '../src/document/circle-document.ts';
import { join } from '../src/document/members.ts';
import { colours } from '../src/domain/member.ts';
import { fullSession } from './storage-page/full-session.ts';

export interface Past {
  readonly sessions: number;
  /** In each session. */
  readonly questions?: number;
  /** Members beside the one who founds the circle. */
  readonly others?: number;
}

/** Founds a circle in the interface, puts its past on the disk, and returns its address. */
export async function circleWith(
  context: BrowserContext,
  url: string,
  { sessions, questions, others = 0 }: Past,
): Promise<string> {
  const page = await context.newPage();
  await page.goto(`${url}circle/#new`);
  await page.getByLabel('What shall the circle be called?').fill(`With ${sessions}`);
  await page.getByLabel('Your name').fill('Ana');
  await page.getByRole('button', { name: 'Start the circle' }).click();
  await page.getByRole('heading', { level: 1, name: `With ${sessions}` }).waitFor();
  const address = page.url();
  const circle = new CircleDocument();
  for (const [i, colour] of colours.slice(0, others).entries()) {
    join(circle, { id: `member ${i}`, name: `Member ${i}`, joinedAt: i, colour, leftAt: null });
  }
  for (let i = 0; i < sessions; i += 1) fullSession(circle, i, questions);
  await page.evaluate(
    ({ id, bytes }) =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('askwell');
        request.onsuccess = () => {
          const disk = request.result;
          const transaction = disk.transaction(['updates', 'circles'], 'readwrite');
          const row = transaction.objectStore('circles').get(id);
          row.onsuccess = () =>
            transaction
              .objectStore('updates')
              .add({ circle: row.result.circle, bytes: new Uint8Array(bytes) });
          transaction.oncomplete = () => {
            disk.close();
            resolve();
          };
          transaction.onerror = () => reject(transaction.error ?? new Error('not written'));
        };
      }),
    { id: address.split('#my-')[1] ?? '', bytes: [...circle.bytes()] },
  );
  await page.close();
  return address;
}

/** Ms from the navigation until the circle's page shows its past sessions. */
export async function timeToOpen(context: BrowserContext, address: string): Promise<number> {
  const page = await context.newPage();
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.querySelector('.past li')) return;
      document.documentElement.dataset['seenAt'] = String(performance.now());
      observer.disconnect();
    }).observe(document, { subtree: true, childList: true });
  });
  await page.goto(address);
  const seenAt = await page.waitForFunction(() => document.documentElement.dataset['seenAt']);
  const time = Number(await seenAt.jsonValue());
  await page.close();
  return time;
}
