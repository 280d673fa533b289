/** What the browser makes of the words while they are spoken: a preview only, the shop's server listens to the recording itself. */

/**
 * Many browsers send the sound to their maker for this, so it is off unless the page allows it (`dictation` on the element).
 * @param {string} locale
 * @param {(text: string) => void} show
 * @returns {() => void} ends it
 */
export function dictate(locale, show) {
  /** @type {any} */
  const Recognition = /** @type {any} */ (window).SpeechRecognition ?? /** @type {any} */ (window).webkitSpeechRecognition;
  if (!Recognition) return () => {};
  const ears = new Recognition();
  ears.lang = locale;
  ears.interimResults = true;
  ears.continuous = true;
  ears.onresult = (/** @type {any} */ event) => {
    const pieces = Array.from(event.results, (/** @type {any} */ result) => result[0]?.transcript ?? '');
    show(pieces.join(' ').trim());
  };
  ears.onerror = () => {}; // no preview, and the recording goes on
  try {
    ears.start();
  } catch {
    return () => {};
  }
  return () => ears.abort();
}
