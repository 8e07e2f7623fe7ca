import type { Table } from 'dexie';

/**
 * Makes one write in a transaction of its own. Resolves once the disk has it.
 *
 * The transaction is closed behind the write without waiting for its success: the browser aborts one that is open when
 * its page goes, and a page that is left does not live to hear of a success.
 */
export function writeAtOnce<Row, Key, Insert>(
  table: Table<Row, Key, Insert>,
  write: () => PromiseLike<unknown>,
): PromiseLike<unknown> {
  return table.db.transaction('rw', table, (transaction) => {
    const written = write();
    transaction.idbtrans.commit();
    return written;
  });
}
