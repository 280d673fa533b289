/** Cards of things that exist in the books: orders, returns, bookings. */

import { badge, card, lineList, moneyTotals, tapRow, timeline } from './parts.js';
import { h, icon } from '../dom.js';

/** @typedef {import('../types').BlockContext} Context */

/** @type {Record<string, 'neutral' | 'success' | 'warning' | 'danger' | 'info'>} */
const TONES = {
  confirmed: 'success', paid: 'success', delivered: 'success', completed: 'success', resolved: 'success', approved: 'success', fulfilled: 'success',
  ready_for_pickup: 'success', dispatched: 'info', requested: 'info', received: 'info', inspected: 'info', held: 'warning',
  rejected: 'danger', canceled: 'neutral',
};

/** @param {Extract<import('../types').Block, { type: 'order' }>} block @param {Context} context */
export function orderCard({ order, actions }, context) {
  const { t, date } = context.language;
  return card(
    {
      name: 'order',
      title: t('order.title', { number: order.number }),
      iconName: 'package',
      mark: badge(order.status_label, TONES[order.status]),
      stale: '',
    },
    order.placed_at ? h('p', { class: 'detail' }, t('order.placed', { date: date(order.placed_at) })) : null,
    order.fulfillment ? fulfillmentLine(order.fulfillment, context) : null,
    timeline(order.timeline, context),
    lineList(order.lines, context),
    moneyTotals(order.totals, context),
    order.invoice_url ? h('a', { class: 'button secondary', href: context.url(order.invoice_url), target: '_blank', rel: 'noopener' }, icon('receipt'), h('span', null, t('order.invoice'))) : null,
    tapRow(actions, context),
  );
}

/** @param {NonNullable<import('../types').Order['fulfillment']>} fulfillment @param {Context} context */
function fulfillmentLine(fulfillment, { language }) {
  return h(
    'div',
    { class: 'fact' },
    icon(fulfillment.method === 'pickup' ? 'store' : 'truck'),
    h(
      'div',
      null,
      h('p', { dir: 'auto' }, fulfillment.label),
      ...placesOf(fulfillment),
      fulfillment.code ? h('p', { class: 'pickup-code' }, h('span', { class: 'detail' }, language.t('order.pickupCode')), h('strong', null, fulfillment.code)) : null,
      fulfillment.qr ? h('img', { class: 'pickup-qr', src: fulfillment.qr, alt: fulfillment.code ?? '', width: 132, height: 132 }) : null,
    ),
  );
}

/** Each branch on a line of its own, with what lies there. @param {NonNullable<import('../types').Order['fulfillment']>} fulfillment */
function placesOf({ places = [], detail }) {
  if (places.length < 2) return detail ? [h('p', { class: 'detail', dir: 'auto' }, detail)] : [];
  return places.map(({ address, goods }) => h('p', { class: 'detail', dir: 'auto' }, `${address}: ${goods.join(', ')}`));
}

/** @param {Extract<import('../types').Block, { type: 'return' }>} block @param {Context} context */
export function returnCard({ return: record, actions }, context) {
  const { t } = context.language;
  const label = context.url(record.label_url);
  return card(
    { name: 'return', title: t('return.title', { number: record.number }), iconName: 'undo', mark: badge(record.status_label, TONES[record.status]), stale: '' },
    record.order_number ? h('p', { class: 'detail' }, t('return.order', { number: record.order_number })) : null,
    timeline(record.timeline, context),
    lineList(record.lines, context),
    moneyTotals(record.totals, context),
    label ? h('a', { class: 'button secondary', href: label, target: '_blank', rel: 'noopener' }, icon('receipt'), t('return.label')) : null,
    tapRow(actions, context),
  );
}

/** @param {Extract<import('../types').Block, { type: 'booking' }>} block @param {Context} context */
export function bookingCard({ booking, actions }, context) {
  const { language } = context;
  const { t } = language;
  const until = booking.status === 'held' && booking.expires_at ? t('booking.heldUntil', { time: language.time(booking.expires_at, booking.time_zone) }) : null;
  const whole = booking.ends_at ? `${language.dateTime(booking.starts_at, booking.time_zone)} – ${language.time(booking.ends_at, booking.time_zone)}` : language.dateTime(booking.starts_at, booking.time_zone);
  return card(
    {
      name: 'booking',
      title: booking.title,
      iconName: 'calendar',
      mark: booking.status_label ? badge(booking.status_label, TONES[booking.status]) : null,
      summary: booking.price ? language.money(booking.price) : undefined,
      stale: '',
    },
    h('div', { class: 'fact' }, icon('clock'), h('div', null, h('p', null, h('time', { datetime: booking.starts_at }, whole)), until ? h('p', { class: 'detail' }, until) : null)),
    booking.with ? h('div', { class: 'fact' }, icon('user'), h('p', { dir: 'auto' }, t('booking.with', { name: booking.with }))) : null,
    booking.place ? h('div', { class: 'fact' }, icon('map-pin'), h('p', { dir: 'auto' }, booking.place)) : null,
    tapRow(actions, context),
  );
}

/** What the shop may buy while the customer is away: every limit in words, and one tap to stop it. */
/** @param {Extract<import('../types').Block, { type: 'mandate' }>} block @param {Context} context */
export function mandateCard({ mandate, actions }, context) {
  return card(
    {
      name: 'mandate',
      title: mandate.title,
      iconName: 'clock',
      mark: badge(mandate.status_label, mandate.status === 'active' ? 'success' : mandate.status === 'proposed' ? 'warning' : 'neutral'),
      stale: '',
    },
    h('ul', { class: 'terms' }, ...mandate.terms.map((term) => h('li', { dir: 'auto' }, term))),
    tapRow(actions, context, 'secondary'),
  );
}
