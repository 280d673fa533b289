/** The order board keeps itself up to date and can be worked with the keyboard alone; without it every button still works. */

const EVERY_MS = 4000;
const frame = document.getElementById('board');

if (frame) {
  let before = frame.innerHTML;
  clocks(frame);
  setInterval(async () => {
    if (document.hidden || frame.querySelector('details[open]')) return;
    const answer = await fetch(frame.dataset.url ?? '', { headers: { accept: 'text/html' } }).catch(() => null);
    if (!answer?.ok || answer.redirected) return;
    const text = await answer.text();
    if (text.trim() === before.trim()) return;
    const held = document.activeElement instanceof HTMLElement ? document.activeElement.closest('[data-card]')?.getAttribute('data-card') : null;
    before = text;
    frame.innerHTML = text;
    clocks(frame);
    if (held) /** @type {HTMLElement | null} */ (frame.querySelector(`[data-card="${held}"]`))?.focus();
  }, EVERY_MS);

  frame.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('[data-reason]') : null;
    const choice = button?.closest('form')?.querySelector('select');
    if (choice) choice.value = button?.getAttribute('data-reason') ?? choice.value;
  });

  document.addEventListener('keydown', (event) => {
    const typing = event.target instanceof Element && event.target.closest('input, select, textarea, button, a, summary');
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const cards = /** @type {HTMLElement[]} */ ([...frame.querySelectorAll('[data-card]')]);
    const at = cards.findIndex((card) => card.contains(document.activeElement));
    if (event.key === 'j' || event.key === 'k') cards[Math.max(0, Math.min(cards.length - 1, at + (event.key === 'j' ? 1 : -1)))]?.focus();
    else if (event.key === 'Enter' && !typing && at >= 0) /** @type {HTMLElement | null} */ (cards[at]?.querySelector('[data-next]'))?.click();
  });
}

/** @param {HTMLElement} root Times of day in the reader's own zone. */
function clocks(root) {
  const clock = new Intl.DateTimeFormat(document.documentElement.lang, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const day = new Intl.DateTimeFormat(document.documentElement.lang, { weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  for (const time of /** @type {NodeListOf<HTMLTimeElement>} */ (root.querySelectorAll('time[data-clock]'))) {
    const at = new Date(time.dateTime);
    const today = at.toDateString() === new Date().toDateString();
    time.textContent = (today ? clock : day).format(at);
  }
}
