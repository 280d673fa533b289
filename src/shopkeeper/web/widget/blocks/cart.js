/** The cart: change a quantity in place, see what it costs, go on to check out. */

import { actButton, card, moneyTotals } from './parts.js';
import { h, icon, picture } from '../dom.js';

/** @typedef {import('../types').BlockContext} Context */
/** @typedef {import('../types').CartLine} Line */

const SETTLE_MS = 450;

/** @param {import('../types').Cart} cart @param {Context} context */
export function cartCard(cart, context) {
  const { t, money } = context.language;
  const total = cart.totals.find((row) => row.type === 'total');
  const face = { name: 'cart', title: t('cart.title'), iconName: 'shopping-bag', summary: t('cart.count', { count: cart.count }), stale: t('card.stale') };
  if (!cart.lines.length) return card(face, h('p', { class: 'empty' }, t('cart.empty')));
  const pay = total ? t('cart.checkOutFor', { amount: money(total.amount) }) : t('cart.checkOut');
  return card(
    face,
    h('ul', { class: 'lines' }, ...cart.lines.map((line) => lineRow(line, context))),
    moneyTotals(cart.totals, context),
    cart.hint ? h('p', { class: 'hint' }, icon('tag'), h('span', { dir: 'auto' }, cart.hint)) : null,
    h('p', { class: 'card-status', hidden: true }),
    actButton({ label: pay, look: 'primary', key: 'check-out' }, () => context.act({ type: 'action', action: 'check_out' }, { label: t('cart.checkOut') })),
  );
}

/** @param {Line} line @param {Context} context */
function lineRow(line, context) {
  const { money, t } = context.language;
  const each = line.quantity > 1 ? t('cart.each', { price: money(line.unit_price) }) : null;
  const under = [line.variant_label, each].filter(Boolean).join(' · ');
  return h(
    'li',
    { class: 'line' },
    picture(context.url(line.image_url), ''),
    h(
      'div',
      { class: 'line-words' },
      h('span', { class: 'line-title', dir: 'auto' }, line.title),
      under ? h('span', { class: 'detail', dir: 'auto' }, under) : null,
      line.note ? h('span', { class: 'detail', dir: 'auto' }, line.note) : null,
    ),
    h('span', { class: 'amount' }, money(line.total)),
    stepper(line, context),
  );
}

/** @param {Line} line @param {Context} context */
function stepper(line, context) {
  const { t, number } = context.language;
  let wanted = line.quantity;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const shown = h('output', { class: 'quantity' }, number(wanted));
  const less = h('button', { type: 'button', class: 'step', 'data-key': `less-${line.line_id}` });
  const more = h('button', { type: 'button', class: 'step', 'data-key': `more-${line.line_id}`, 'aria-label': t('cart.more', { title: line.title }) }, icon('plus'));
  const box = h('div', { class: 'stepper', role: 'group', 'aria-label': t('cart.quantityOf', { title: line.title }) }, less, shown, more);

  const draw = () => {
    const last = wanted <= 1;
    shown.textContent = number(wanted);
    less.replaceChildren(icon(last ? 'trash' : 'minus'));
    less.setAttribute('aria-label', t(last ? 'cart.remove' : 'cart.less', { title: line.title }));
    more.disabled = line.max_quantity !== null && line.max_quantity !== undefined && wanted >= line.max_quantity;
    less.disabled = wanted <= 0;
  };
  const settle = async () => {
    box.closest('.card')?.setAttribute('aria-busy', 'true');
    await context.act({ type: 'action', action: 'change_quantity', line_id: line.line_id, quantity: wanted }, { quiet: true });
    box.closest('.card')?.removeAttribute('aria-busy'); // still there when the act failed: show the truth again
    wanted = line.quantity;
    draw();
  };
  const change = (/** @type {number} */ by) => {
    wanted += by;
    draw();
    clearTimeout(timer);
    timer = setTimeout(settle, SETTLE_MS);
  };
  less.addEventListener('click', () => change(-1));
  more.addEventListener('click', () => change(1));
  draw();
  return box;
}
