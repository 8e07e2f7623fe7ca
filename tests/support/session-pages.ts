import { beginSession } from '../../src/board/begin-session.ts';
import { SessionBoard } from '../../src/board/session-board.svelte.ts';
import { circlePage } from './circle-page.ts';
import { linkedPeers } from './linked-peers.ts';
import { shortPlan } from './records.ts';

/** Members in one session, each on a page with a document of its own; their clocks are a moment apart. */
export function sessionPages(...names: string[]) {
  const net = linkedPeers(names.length);
  const pages = names.map((name, i) => {
    const page = circlePage(
      name,
      net.peers[i],
      names.filter((other) => other !== name),
    );
    page.board.takeSeatAgain(name);
    page.time.now += i;
    return page;
  });
  net.deliverAll();
  /** Begins a session on the first page, and brings everyone into it. */
  const meet = (format: string): SessionBoard[] => {
    const shape = { id: format, people: [2, 6], phases: shortPlan } as const;
    beginSession(pages[0]!.board, shape, { presenter: null, steward: null });
    net.deliverAll();
    const sessions = pages.map(({ board }) => {
      const session = new SessionBoard(board, board.session!);
      session.attend();
      return session;
    });
    net.deliverAll();
    return sessions;
  };
  return { net, pages, boards: pages.map(({ board }) => board), meet };
}
