/** A tip on the checkout card: a row of amounts to tap, none of them chosen by itself. */

import { h } from '../dom.js';

/** @typedef {import('../types').BlockContext} Context */
/** @typedef {import('../types').Checkout} Checkout */

/** @param {Checkout} checkout @param {Context} context */
export function tipSection(checkout, context) {
  const options = checkout.tips?.options ?? [];
  if (!options.length) return null;
  const { language } = context;
  const title = h('p', { class: 'tips-title', id: `tip-${checkout.id}` }, language.t('total.tip'));
  const row = h('div', { class: 'choices chips', role: 'group', 'aria-labelledby': title.id });
  for (const option of options) {
    const chip = h(
      'button',
      { type: 'button', class: 'chip small', 'aria-pressed': String(option.chosen), 'data-key': `tip-${option.id}` },
      h('span', { dir: 'auto' }, option.label),
      option.amount ? h('span', { class: 'detail' }, language.minor(option.amount, checkout.currency)) : null,
    );
    chip.addEventListener('click', async () => {
      const frame = row.closest('.card');
      frame?.setAttribute('aria-busy', 'true');
      await context.act(option.send, { quiet: true });
      frame?.removeAttribute('aria-busy');
    });
    row.append(chip);
  }
  const own = checkout.tips?.amount && !options.some((option) => option.chosen) ? checkout.tips.amount : 0;
  if (own) row.prepend(h('span', { class: 'chip small', 'aria-current': 'true' }, language.minor(own, checkout.currency)));
  return h('div', { class: 'section' }, title, row);
}
