import { WebrtcProvider } from 'y-webrtc';
import * as Y from 'yjs';

/** The least that a page needs to share a document: Yjs and y-webrtc as they come. */
const [room = '', word = ''] = location.hash.slice(1).split('/');
const doc = new Y.Doc();
const words = doc.getMap<string>('words');
words.observe(() => {
  document.body.textContent = [...words.values()].join(' ');
});
if (word !== '') words.set(word, word);

new WebrtcProvider(room, doc, {
  signaling: [`ws://${location.host}/rendezvous`],
  password: room,
  peerOpts: { config: { iceServers: [] } },
});
