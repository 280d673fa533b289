/** Pieces that several cards share: buttons that wait, totals, lines, timelines. */

import { h, icon, picture } from '../dom.js';

/** @typedef {import('../types').BlockContext} Context */

/**
 * A button that cannot be pressed twice while its act is under way.
 * @param {{ label: string, look?: 'primary' | 'secondary' | 'quiet', iconName?: string, key?: string, disabled?: boolean, describe?: string }} face
 * @param {() => Promise<void> | void} act
 */
export function actButton({ label, look = 'secondary', iconName, key, disabled = false, describe }, act) {
  const button = h(
    'button',
    { type: 'button', class: `button ${look}`, disabled, 'data-key': key, 'aria-label': describe },
    iconName ? icon(iconName) : null,
    h('span', { class: 'button-label' }, label),
  );
  button.addEventListener('click', async () => {
    if (button.getAttribute('aria-busy') === 'true') return;
    button.setAttribute('aria-busy', 'true');
    await act();
    button.removeAttribute('aria-busy');
  });
  return button;
}

/**
 * @param {import('../types').Tap[] | undefined} taps
 * @param {Context} context
 */
export function tapRow(taps, context, first = 'primary') {
  if (!taps?.length) return null;
  const buttons = taps.map((tap, index) =>
    actButton({ label: tap.label, look: index === 0 ? first : 'secondary' }, () => context.act(tap.send, { label: tap.label })),
  );
  return h('div', { class: 'button-row' }, ...buttons);
}

/** @typedef {{ kind: string, label: string, amount: string, detail?: string | null }} TotalRow */

/** @param {TotalRow[]} rows */
export function totalList(rows) {
  return h(
    'dl',
    { class: 'totals' },
    ...rows.map(({ kind, label, amount, detail }) =>
      h('div', { class: `total-row ${kind}` }, h('dt', null, h('span', { dir: 'auto' }, label), detail ? h('span', { class: 'detail', dir: 'auto' }, detail) : null), h('dd', null, amount)),
    ),
  );
}

/**
 * @param {import('../types').Total[] | undefined} totals
 * @param {Context} context
 */
export function moneyTotals(totals, { language }) {
  if (!totals?.length) return null;
  return totalList(
    totals.map((total) => ({ kind: total.included ? `${total.type} included` : total.type, label: total.label ?? language.t(`total.${total.type}`), amount: signed(total, language), detail: total.detail })),
  );
}

/** Discounts read as a minus, however the server signs them. @param {import('../types').Total} total @param {import('../types').Language} language */
function signed(total, language) {
  if (total.type === 'fulfillment' && total.amount.amount === 0) return language.t('checkout.free');
  return total.type === 'discount' ? minus(total.amount.amount, total.amount.currency, language) : language.money(total.amount);
}

/** A saving, with the language's own place for the sign. @param {number} amount @param {string} currency @param {import('../types').Language} language */
export function minus(amount, currency, language) {
  return language.minor(-Math.abs(amount), currency).replace('-', '\u2212');
}

/**
 * @param {import('../types').RecordLine[] | undefined} lines
 * @param {Context} context
 */
export function lineList(lines, context) {
  if (!lines?.length) return null;
  return h('ul', { class: 'lines' }, ...lines.map((line) => lineRow(line, context)));
}

/** @param {import('../types').RecordLine} line @param {Context} context */
function lineRow(line, context) {
  const under = [line.variant_label, line.note].filter(Boolean).join(' · ');
  return h(
    'li',
    { class: 'line' },
    picture(context.url(line.image_url), ''),
    h(
      'div',
      { class: 'line-words' },
      h('span', { class: 'line-title', dir: 'auto' }, line.quantity > 1 ? `${context.language.number(line.quantity)} × ${line.title}` : line.title),
      under ? h('span', { class: 'detail', dir: 'auto' }, under) : null,
    ),
    line.total ? h('span', { class: 'amount' }, context.language.money(line.total)) : null,
  );
}

/**
 * @param {import('../types').TimelineStep[] | undefined} steps
 * @param {Context} context
 */
export function timeline(steps, { language }) {
  if (!steps?.length) return null;
  const current = steps.findIndex((step) => !step.done);
  return h(
    'ol',
    { class: 'timeline' },
    ...steps.map((step, index) =>
      h(
        'li',
        { class: step.done ? 'done' : index === current ? 'current' : 'open', 'aria-current': index === current ? 'step' : null },
        h('span', { class: 'dot' }, step.done ? icon('check') : null),
        h('span', { class: 'step-label', dir: 'auto' }, step.label),
        step.at ? h('time', { class: 'detail', datetime: step.at }, language.dateTime(step.at)) : null,
      ),
    ),
  );
}

/** @param {string} text @param {'neutral' | 'success' | 'warning' | 'danger' | 'info'} tone */
export function badge(text, tone = 'neutral') {
  return h('span', { class: `badge ${tone}`, dir: 'auto' }, text);
}

/**
 * The frame of a card: a heading that stays when the card has gone stale, and a body that then folds away.
 * @param {{ name: string, title: string, iconName: string, summary?: string, mark?: Node | null, stale: string }} face
 * @param {...(Node | null | false | undefined)} body
 */
export function card({ name, title, iconName, summary, mark, stale }, ...body) {
  return h(
    'article',
    { class: `card ${name}`, 'aria-label': title },
    h(
      'header',
      { class: 'card-head' },
      icon(iconName),
      h('h3', { class: 'card-title', dir: 'auto' }, title),
      mark ?? null,
      summary ? h('span', { class: 'card-summary amount', dir: 'auto' }, summary) : null,
      h('span', { class: 'card-stale' }, stale),
    ),
    h('div', { class: 'card-body' }, ...body),
  );
}
