/** Times in the reader's own zone, with how long ago; the pages work without it. */

const STEPS = /** @type {const} */ ([
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
]);
const language = document.documentElement.lang;
const absolute = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium' });
const ago = new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' });

for (const time of document.querySelectorAll('time')) {
  const at = new Date(time.dateTime);
  if (Number.isNaN(at.getTime())) continue;
  time.title = absolute.format(at);
  time.textContent = relative(at);
}

/** @param {Date} at @returns {string} "5 min. ago" within a month, the date and time beyond */
function relative(at) {
  const seconds = (at.getTime() - Date.now()) / 1000;
  if (Math.abs(seconds) > 30 * 86_400) return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(at);
  const step = STEPS.find(([, length]) => Math.abs(seconds) >= length);
  return step ? ago.format(Math.round(seconds / step[1]), step[0]) : ago.format(Math.round(seconds), 'second');
}

/** On a phone the places are a strip: the one the reader is at has to be seen. */
document.querySelector('.side [aria-current]')?.scrollIntoView({ inline: 'center', block: 'nearest' });

/** One letter takes the first ticket or jumps to the answer; Ctrl+Enter sends. Typing in a field is never taken for it. */
document.addEventListener('keydown', (event) => {
  const target = /** @type {HTMLElement} */ (event.target);
  const typing = target.matches('input, textarea, select');
  if (typing && target.matches('[data-send]') && event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    /** @type {HTMLTextAreaElement} */ (target).form?.requestSubmit();
    return;
  }
  if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
  const wanted = [...document.querySelectorAll('[data-key]')].find((one) => one.getAttribute('data-key') === event.key);
  if (!(wanted instanceof HTMLElement)) return;
  event.preventDefault();
  if (wanted instanceof HTMLButtonElement) wanted.click();
  else wanted.focus();
});
