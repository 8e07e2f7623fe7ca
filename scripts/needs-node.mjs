// Plain JavaScript without imports: it must run, and speak clearly, on the Node that is too old for the rest.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

// 22.18 is the first that runs TypeScript files as they are; Astro itself wants 22.12.
const isNewEnough = major > 22 || (major === 22 && minor >= 18);

if (!isNewEnough) {
  console.error(
    `Askwell needs Node 22.18 or newer, and this is Node ${process.versions.node}. ` +
      'Normally `npm ci` brings Node 24 along; it seems that it could not do so here. ' +
      'Please install Node 24 from https://nodejs.org, then run `npm ci --ignore-scripts`.',
  );
  process.exit(1);
}
