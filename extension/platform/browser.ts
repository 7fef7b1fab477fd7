/** The one door to the WebExtension API. */
import browser from 'webextension-polyfill';

export { browser };

/** Which build this is. A constant of the build, so that the other browser's code is left out. */
export const isFirefox = import.meta.env.MODE === 'firefox';
