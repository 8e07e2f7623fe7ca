import type { Plugin } from 'esbuild';
import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const PLAIN = 'y-webrtc?plain';
const resolved = (name: string): string => fileURLToPath(import.meta.resolve(name));

/** As the site is built: y-webrtc with the small peer connections, and, as `y-webrtc?plain`, with its own. */
export const peerConnections: Plugin = {
  name: 'peer-connections',
  setup(build) {
    const plain = { isPlain: true };
    build.onResolve({ filter: /^y-webrtc\?plain$/ }, () => ({ path: PLAIN, namespace: 'plain' }));
    build.onLoad({ filter: /./, namespace: 'plain' }, async () => {
      const path = resolved('y-webrtc');
      const contents = await readFile(path, 'utf8');
      return { contents, loader: 'js', resolveDir: dirname(path), pluginData: plain };
    });
    build.onResolve({ filter: /^simple-peer\/simplepeer\.min\.js$/ }, ({ pluginData }) => ({
      path: resolved(pluginData === plain ? 'simple-peer/simplepeer.min.js' : 'simple-peer-light'),
    }));
  },
};
