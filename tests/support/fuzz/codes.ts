import { toBase64UrlEncoded } from 'lib0/buffer';
import { importKey, readCode, writeCode } from '../../../src/sync/codes/code.ts';
import { readSdp, writeSdp } from '../../../src/sync/codes/description.ts';
import { pack, unpack, type Carried } from '../../../src/sync/codes/pack.ts';
import { realSdps } from '../../sync/codes/real-sdps.ts';
import { wrongBytes, wrongText } from './mutations.ts';
import { must, target, type Target } from './target.ts';

const key = await importKey(toBase64UrlEncoded(new Uint8Array(32).fill(1)));
const peer = '24e7f37c-289c-457c-b022-b03f8eef7c65';
const carried = realSdps.flatMap(([, sdp]): Carried[] => {
  const description = readSdp(sdp);
  return description ? [{ kind: 'invitation', peer, mark: 7, description }] : [];
});
const codes: string[] = [];
for (const what of carried) codes.push((await writeCode(what, key)) ?? '');
const packed = carried.flatMap((what) => pack(what, 150) ?? []);

/** What a code is read as must be fit for `setRemoteDescription`, which would throw where nobody is told. */
function mustDescribe(what: Carried): void {
  const sdp = writeSdp(what.kind === 'answer' ? 'answer' : 'offer', what.description);
  must(/^v=0\r?\n/.test(sdp), 'no description');
  must(!sdp.includes('undefined') && !sdp.includes('NaN'), 'a description with a hole');
}

/** Codes that come through somebody's chat. */
export const codeTargets: readonly Target[] = [
  target('code', codes, wrongText, async (text) => {
    const reading = await readCode(text, key);
    if ('fault' in reading) return;
    mustDescribe(reading);
  }),
  target('inside of a code', packed, wrongBytes, (bytes) => {
    const reading = unpack(bytes);
    if (reading !== null) mustDescribe(reading);
  }),
  target(
    'description of a connection',
    realSdps.map(([, sdp]) => sdp),
    wrongText,
    (sdp) => {
      const description = readSdp(sdp);
      if (description !== null) void pack({ ...carried[0]!, description }, 150);
    },
  ),
];
