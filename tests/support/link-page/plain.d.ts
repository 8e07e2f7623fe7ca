/** y-webrtc with the peer connections that it comes with. */
declare module 'y-webrtc?plain' {
  export { WebrtcProvider } from 'y-webrtc';
}
