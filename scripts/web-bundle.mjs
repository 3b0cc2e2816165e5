// How what runs in a browser is bundled.

/** What runs where there is no Node: nothing of it can be imported. */
export const webBundle = /** @type {const} */ ({
  platform: 'browser',
  format: 'cjs',
  target: 'es2022',
});

/** What runs in a worker, or in a page. */
export const workerBundle = /** @type {const} */ ({ ...webBundle, format: 'iife' });
