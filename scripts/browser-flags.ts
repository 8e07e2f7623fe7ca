/** How every test and every measurement starts Chromium. */
export const browserFlags = [
  '--no-sandbox', // Chromium's sandbox does not start for root, which CI containers often are.
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];
