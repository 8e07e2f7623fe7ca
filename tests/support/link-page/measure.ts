/** Runs in a page: how long a change needs to be seen by all others and answered, and the same for raw channels. */
const PAUSE = 10;

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

const things = () => window.page.doc.getMap('things');

/** Answers each question that another page writes. */
export function answerAll(name: string): void {
  things().observe((event) => {
    for (const key of event.keysChanged) {
      if (key.startsWith('question ')) things().set(`answer ${name} to ${key}`, 1);
    }
  });
}

/** Milliseconds from each of `count` changes to the last answer. */
export async function timeAnswers(count: number, others: number): Promise<number[]> {
  const times: number[] = [];
  for (let at = 0; at < count; at++) {
    const question = `question ${crypto.randomUUID()}`;
    let missing = others;
    const { promise, resolve } = Promise.withResolvers<void>();
    const count = (event: { keysChanged: Set<unknown> }) => {
      for (const key of event.keysChanged) if (String(key).endsWith(`to ${question}`)) missing -= 1;
      if (missing === 0) resolve();
    };
    things().observe(count);
    const begun = performance.now();
    things().set(question, 1);
    await promise;
    times.push(performance.now() - begun);
    things().unobserve(count);
    await pause(PAUSE);
  }
  return times;
}

const RAW = 'raw';
const raw: { connection: RTCPeerConnection; channel: RTCDataChannel }[] = [];

async function described(connection: RTCPeerConnection): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<void>();
  connection.addEventListener('icegatheringstatechange', () => {
    if (connection.iceGatheringState === 'complete') resolve();
  });
  await connection.setLocalDescription();
  if (connection.iceGatheringState !== 'complete') await promise;
  return connection.localDescription?.sdp ?? '';
}

function openRaw(): RTCPeerConnection {
  const connection = new RTCPeerConnection({ iceServers: [] });
  const channel = connection.createDataChannel(RAW, { negotiated: true, id: 0 });
  channel.binaryType = 'arraybuffer';
  raw.push({ connection, channel });
  return connection;
}

export function offerRaw(): Promise<string> {
  return described(openRaw());
}

/** Opens the other end of a raw channel, which sends back whatever comes. */
export async function answerRaw(sdp: string): Promise<string> {
  const connection = openRaw();
  for (const { channel } of raw) channel.onmessage = ({ data }) => channel.send(data);
  await connection.setRemoteDescription({ type: 'offer', sdp });
  return described(connection);
}

export async function acceptRaw(sdp: string): Promise<void> {
  const last = raw.at(-1);
  if (last === undefined) throw new Error('no raw channel was offered');
  const { connection, channel } = last;
  const opened = new Promise((resolve) => channel.addEventListener('open', resolve));
  await connection.setRemoteDescription({ type: 'answer', sdp });
  await opened;
}

/** Milliseconds from each of `count` messages on all raw channels to the last echo. */
export async function timeEchoes(count: number): Promise<number[]> {
  const times: number[] = [];
  for (let at = 0; at < count; at++) {
    const begun = performance.now();
    await Promise.all(
      raw.map(
        ({ channel }) =>
          new Promise((resolve) => {
            channel.onmessage = resolve;
            channel.send(new Uint8Array(60));
          }),
      ),
    );
    times.push(performance.now() - begun);
    await pause(PAUSE);
  }
  return times;
}

let sent = 0;

/** Counts from now on what is sent on channels other than the raw ones. */
export function countSends(): void {
  const { send } = RTCDataChannel.prototype;
  Object.assign(RTCDataChannel.prototype, {
    send(this: RTCDataChannel, data: unknown) {
      if (this.label !== RAW) sent += 1;
      Reflect.apply(send, this, [data]);
    },
  });
}

export function sendsSoFar(): number {
  return sent;
}

/** Writes changes for a time, one each `PAUSE`; says how many. */
export async function writeFor(milliseconds: number): Promise<number> {
  const end = performance.now() + milliseconds;
  let written = 0;
  for (; performance.now() < end; written++) {
    things().set('typed', written);
    await pause(5 * PAUSE);
  }
  return written;
}
