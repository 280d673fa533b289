/** The checkout card: every line of the price, where it goes, and one button that says exactly what will be paid. */

import { actButton, badge, card, minus, totalList } from './parts.js';
import { fulfillmentSection, paymentMethodSection } from './fulfillment.js';
import { h, icon, picture } from '../dom.js';
import { notice } from './notices.js';
import { tipSection } from './tips.js';

/** @typedef {import('../types').BlockContext} Context */
/** @typedef {import('../types').Checkout} Checkout */

const PAID = new Set(['authorized', 'captured']);

/** @param {Checkout} checkout @param {Context} context */
export function checkoutCard(checkout, context) {
  const { t } = context.language;
  const open = checkout.status === 'incomplete' || checkout.status === 'ready_for_complete';
  const face = card(
    { name: 'checkout', title: t('checkout.title'), iconName: 'receipt', mark: statusBadge(checkout, context), summary: totalText(checkout, context), stale: t('card.stale') },
    lines(checkout, context),
    open ? fulfillmentSection(checkout, context) : fulfillmentFact(checkout),
    open ? paymentMethodSection(checkout, context) : null,
    open ? tipSection(checkout, context) : null,
    giftNote(checkout, context),
    totals(checkout, context),
    rejectedOffers(checkout, context),
    ...(checkout.messages ?? []).filter((message) => message.content).map((message) => notice(noticeLevel(message), message.content)),
    paymentNotice(checkout, context),
    h('p', { class: 'card-status', hidden: true }),
    payArea(checkout, context),
  );
  face.dataset.checkout = checkout.id;
  face.dataset.status = checkout.status;
  return face;
}

/** What is still to be filled in is no fault of the shopper's. @param {import('../types').CheckoutMessage} message */
function noticeLevel({ type, severity }) {
  return severity === 'requires_buyer_input' ? 'info' : type;
}

/** @param {Checkout} checkout @param {Context} context */
function totalText(checkout, { language }) {
  const total = checkout.totals.find((row) => row.type === 'total');
  return total ? language.minor(total.amount, checkout.currency) : '';
}

/** @param {Checkout} checkout @param {Context} context */
function statusBadge(checkout, { language: { t } }) {
  if (checkout.status === 'completed') return badge(t('checkout.paid'), 'success');
  if (checkout.status === 'canceled') return badge(t('checkout.canceled'));
  return null;
}

/** @param {Checkout} checkout @param {Context} context */
function lines(checkout, { language, url }) {
  const rows = checkout.line_items.map((line) => {
    const total = line.totals.find((row) => row.type === 'total') ?? line.totals[0];
    const amount = total?.amount ?? line.item.price * line.quantity;
    return h(
      'li',
      { class: 'line' },
      picture(url(line.item.image_url), ''),
      h(
        'div',
        { class: 'line-words' },
        h('span', { class: 'line-title', dir: 'auto' }, line.item.title),
        h('span', { class: 'detail' }, `${language.number(line.quantity)} × ${language.minor(line.item.price, checkout.currency)}`),
        line.note ? h('span', { class: 'detail', dir: 'auto' }, line.note) : null,
      ),
      h('span', { class: 'amount' }, language.minor(amount, checkout.currency)),
    );
  });
  return h('ul', { class: 'lines' }, ...rows);
}

/** @param {Checkout} checkout */
function fulfillmentFact({ fulfillment }) {
  if (!fulfillment?.label) return null;
  return h('div', { class: 'fact' }, icon(fulfillment.method === 'pickup' ? 'store' : 'truck'), h('p', { dir: 'auto' }, fulfillment.label));
}

/** @param {Checkout} checkout @param {Context} context */
function giftNote({ gift_note: text }, { language: { t } }) {
  if (!text) return null;
  return h('div', { class: 'fact' }, icon('receipt'), h('p', null, `${t('checkout.giftNote')}: `, h('q', { dir: 'auto' }, text)));
}

/** @param {Checkout} checkout @param {Context} context */
function totals(checkout, { language }) {
  const money = (/** @type {number} */ amount) => language.minor(amount, checkout.currency);
  const applied = checkout.discounts?.applied ?? [];
  const discountRows = applied.map((offer) => ({ kind: 'discount', label: offer.title, amount: minus(offer.amount, checkout.currency, language), detail: codeOf(offer) }));
  const rows = checkout.totals.flatMap((row) => {
    if (row.type === 'discount' && applied.length) return discountRows.splice(0);
    const label = row.display_text ?? language.t(`total.${row.type}`);
    const amount = row.type === 'discount' ? minus(row.amount, checkout.currency, language) : row.type === 'fulfillment' && row.amount === 0 ? language.t('checkout.free') : money(row.amount);
    return [{ kind: row.included ? `${row.type} included` : row.type, label, amount, detail: null }];
  });
  return totalList(rows);
}

/** The code, unless the title says it already. @param {{ code?: string | null, title: string }} offer */
function codeOf({ code, title }) {
  return code && !title.includes(code) ? code : null;
}

/** @param {Checkout} checkout @param {Context} context */
function rejectedOffers(checkout, { language }) {
  const rejected = checkout.discounts?.rejected ?? [];
  if (!rejected.length) return null;
  const rows = rejected.map((offer) =>
    h(
      'li',
      null,
      h('span', { dir: 'auto' }, offer.title, h('span', { class: 'detail' }, offer.reason)),
      h('span', { class: 'amount' }, minus(offer.amount, checkout.currency, language)),
    ),
  );
  return h('details', { class: 'rejected' }, h('summary', { 'data-key': 'rejected' }, language.t('checkout.rejected', { count: rejected.length }), icon('chevron-down')), h('ul', null, ...rows));
}

/** @param {Checkout} checkout @param {Context} context */
function paymentNotice(checkout, { language: { t } }) {
  const { status, message } = checkout.payment ?? {};
  if (checkout.status === 'completed') return null;
  if (status === 'declined') return notice('error', message ?? t('payment.declined'));
  if (status === 'unknown') return notice('warning', message ?? t('payment.unknown'));
  return message && status !== 'none' ? notice('info', message) : null;
}

/** @param {Checkout} checkout @param {Context} context @returns {HTMLElement | null} */
function payArea(checkout, context) {
  const { t } = context.language;
  const elsewhere = context.url(checkout.continue_url ?? checkout.payment?.pay_url);
  if (checkout.status === 'completed') return donePanel(checkout, context);
  if (checkout.status === 'canceled' || checkout.payment?.status === 'unknown') return null;
  if (checkout.status === 'requires_escalation' && elsewhere) return escalation(elsewhere, context);
  if (checkout.status === 'complete_in_progress') return waiting(t('payment.processing'));
  if (checkout.status === 'ready_for_complete' && checkout.digest) return consent(checkout, context);
  return null;
}

/** @param {Checkout} checkout @param {Context} context */
function donePanel(checkout, { language: { t } }) {
  if (!checkout.order) return null;
  return h('p', { class: 'settled' }, icon('circle-check'), h('span', null, t('checkout.done', { number: checkout.order.number })));
}

/** @param {string} text */
function waiting(text) {
  return h('p', { class: 'waiting' }, h('span', { class: 'spinner' }), text);
}

/** The provider's page opens in its own tab; this card waits for its word. @param {string} address @param {Context} context */
function escalation(address, context) {
  const { t } = context.language;
  const area = h('div', { class: 'pay' });
  const link = (/** @type {string} */ look, /** @type {string} */ label) =>
    h('a', { class: `button ${look}`, href: address, target: '_blank', rel: 'noopener', 'data-key': 'continue', on: { click: opened } }, icon('external-link'), h('span', null, label));
  const opened = () => {
    context.watchCheckout(true);
    setTimeout(() => area.replaceChildren(waiting(t('payment.waiting')), link('secondary', t('payment.openAgain'))), 0);
  };
  area.append(h('p', { class: 'detail' }, t('payment.elsewhere')), link('primary', t('payment.continue')));
  return area;
}

/** @param {Checkout} checkout @param {Context} context */
function consent(checkout, context) {
  const { language } = context;
  const { t } = language;
  const label = t(PAID.has(checkout.payment?.status ?? '') ? 'checkout.confirm' : 'checkout.pay', { amount: totalText(checkout, context) });
  const pay = actButton({ label, look: 'primary', iconName: 'lock', key: 'pay' }, () =>
    context.act({ type: 'action', action: 'confirm', digest: checkout.digest }, { label }),
  );
  const terms = (checkout.links ?? []).flatMap((link) => legalLink(link, context));
  const until = h('p', { class: 'detail until' });
  const area = h('div', { class: 'pay' }, pay, until, terms.length ? h('p', { class: 'detail terms' }, t('checkout.consent'), ' ', ...terms) : null);
  const expire = () => area.replaceChildren(notice('warning', t('checkout.expired')), priceAgain(context));
  if ((checkout.messages ?? []).some((message) => message.code?.includes('expired'))) expire();
  else keepUntil(checkout.expires_at, until, language, expire);
  return area;
}

/**
 * The server judges expiry; the card only counts down from a clock that agrees with it. A quote that arrives "already expired" means the
 * clocks differ, not that it is dead.
 * @param {string | null | undefined} expiresAt
 * @param {HTMLElement} line
 * @param {import('../types').Language} language
 * @param {() => void} expire
 */
function keepUntil(expiresAt, line, language, expire) {
  const left = expiresAt ? new Date(expiresAt).getTime() - Date.now() : Number.NaN;
  if (Number.isNaN(left) || !expiresAt) return;
  line.textContent = language.t('checkout.until', { time: language.time(expiresAt) });
  if (left > 0 && left < 86_400_000) setTimeout(expire, left);
}

/** @param {Context} context */
function priceAgain(context) {
  const label = context.language.t('checkout.priceAgain');
  return actButton({ label, look: 'primary', iconName: 'refresh-cw', key: 'price-again' }, () => context.act({ type: 'action', action: 'check_out' }, { label }));
}

/** @param {{ type: string, url: string, title?: string }} link @param {Context} context */
function legalLink({ type, url, title }, context) {
  const address = context.url(url);
  return address ? [h('a', { href: address, target: '_blank', rel: 'noopener' }, title ?? context.language.t(`link.${type}`)), ' '] : [];
}
