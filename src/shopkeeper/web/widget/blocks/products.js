/** Product cards: picture first, name, variant, price with unit price, stock in words, one action. */

import { actButton, badge } from './parts.js';
import { h, icon, picture } from '../dom.js';

/** @typedef {import('../types').ProductItem} Item */
/** @typedef {import('../types').BlockContext} Context */

const SHOWN_AT_FIRST = 6;

/** @param {Extract<import('../types').Block, { type: 'products' }>} block @param {Context} context */
export function productList({ items, layout = 'cards' }, context) {
  const first = items.slice(0, SHOWN_AT_FIRST);
  const rest = items.slice(SHOWN_AT_FIRST);
  const look = layout === 'list' || items.length === 1 ? 'rows' : 'grid';
  const list = h('ul', { class: `products ${look}` }, ...first.map((item) => h('li', null, productCard(item, context))));
  if (!rest.length) return h('div', { class: 'block' }, list);
  const more = actButton({ label: context.language.t('products.more', { count: rest.length }), look: 'quiet' }, () => {
    const added = rest.map((item) => h('li', null, productCard(item, context)));
    list.append(...added);
    more.remove();
    added[0]?.querySelector('button')?.focus();
  });
  return h('div', { class: 'block' }, list, more);
}

/** @param {Item} item @param {Context} context @returns {HTMLElement} */
export function productCard(item, context) {
  const { t } = context.language;
  const soldOut = item.stock?.state === 'sold_out';
  const face = h(
    'article',
    { class: soldOut ? 'product sold-out' : 'product' },
    h('div', { class: 'product-picture' }, picture(context.url(item.image_url), item.image_alt ?? ''), badges(item)),
    h(
      'div',
      { class: 'product-words' },
      h('h3', { class: 'product-title', dir: 'auto' }, item.title),
      item.variant_label ? h('p', { class: 'detail', dir: 'auto' }, item.variant_label) : null,
      priceLine(item, context),
      item.stock ? h('p', { class: `stock ${item.stock.state}` }, h('span', { dir: 'auto' }, item.stock.text)) : null,
      item.reason ? h('p', { class: 'reason' }, h('span', { dir: 'auto' }, item.reason)) : null,
      ...(item.options ?? []).map((option) => optionChips(item, option, context, (next) => face.replaceWith(productCard(next, context)))),
      ...(item.action ? modifierChips(item, context, (next) => face.replaceWith(productCard(next, context))) : []),
      item.action ? actionButton(item, item.action, context) : null,
    ),
  );
  face.setAttribute('aria-label', [item.title, item.variant_label, soldOut ? t('product.soldOut') : ''].filter(Boolean).join(', '));
  return face;
}

/** @param {Item} item */
function badges(item) {
  return item.badges?.length ? h('span', { class: 'badges' }, ...item.badges.map((text) => badge(text))) : null;
}

/** @param {Item} item @param {import('../types').Tap} action @param {Context} context */
function actionButton(item, action, context) {
  const name = [item.title, item.variant_label].filter(Boolean).join(', ');
  const adds = action.send.type === 'action' && action.send.action === 'add_line_item';
  return actButton({ label: action.label, iconName: adds ? 'plus' : undefined, describe: `${action.label}: ${name}` }, () =>
    context.act(action.send, { label: `${action.label}: ${name}` }),
  );
}

/** @param {Pick<Item, 'price' | 'price_from' | 'compare_at' | 'unit_price'>} item @param {Pick<Context, 'language'>} context */
export function priceLine(item, { language }) {
  if (!item.price) return null;
  const price = language.money(item.price);
  const reduced = item.compare_at && item.compare_at.amount > item.price.amount;
  return h(
    'p',
    { class: 'price' },
    h('span', { class: reduced ? 'price-now reduced' : 'price-now' }, item.price_from ? language.t('price.from', { price }) : price),
    reduced && item.compare_at
      ? [h('span', { class: 'hidden' }, language.t('price.before')), h('s', { class: 'price-before' }, language.money(item.compare_at))]
      : null,
    item.unit_price ? h('span', { class: 'price-unit' }, `${language.money(item.unit_price.price)} / ${item.unit_price.per}`) : null,
  );
}

/**
 * With `variants` the card redraws itself; without, picking is an answer the server understands.
 * @param {Item} item
 * @param {import('../types').ProductOption} option
 * @param {Context} context
 * @param {(next: Item) => void} redraw
 */
function optionChips(item, option, context, redraw) {
  const current = item.variants?.find((variant) => variant.sku === item.sku);
  return h(
    'div',
    { class: 'option', role: 'group', 'aria-label': option.label },
    ...option.values.map((value) => {
      const variant = variantWith(item, option.name, value.value);
      const gone = variant ? variant.stock.state === 'sold_out' : value.available === false;
      const chosen = current ? current.options[option.name] === value.value : value.sku !== undefined && value.sku === item.sku;
      const pick = () => {
        if (variant) return redraw(withVariant(item, variant));
        if (value.sku) void context.act({ type: 'action', action: 'choose', value: value.sku }, { label: `${option.label}: ${value.label}` });
      };
      return h(
        'button',
        { type: 'button', class: gone ? 'chip small gone' : 'chip small', 'aria-pressed': String(chosen), on: { click: pick } },
        chosen ? icon('check') : null,
        value.label,
        gone ? h('span', { class: 'hidden' }, `, ${context.language.t('product.soldOut')}`) : null,
      );
    }),
  );
}

/**
 * How a made-to-order thing shall be made: the shop's standard is chosen until another value is tapped, and what it adds to the price is shown.
 * @param {Item} item @param {Context} context @param {(next: Item) => void} redraw
 */
function modifierChips(item, { language }, redraw) {
  const send = item.action?.send;
  if (!item.action || send?.type !== 'action' || send.action !== 'add_line_item') return [];
  const chosen = /** @type {Record<string, string>} */ (send.modifiers ?? {});
  return (item.modifiers ?? []).map((option) =>
    h(
      'div',
      { class: 'option made', role: 'group', 'aria-label': option.label },
      h('span', { class: 'option-name', dir: 'auto', 'aria-hidden': 'true' }, option.label),
      ...option.values.map((value, index) => {
        const on = (chosen[option.name] ?? option.values[0]?.value) === value.value;
        const pick = () => redraw(made(item, option, index));
        const more = value.price ? ` +${language.money(value.price)}` : '';
        return h('button', { type: 'button', class: 'chip small', 'aria-pressed': String(on), on: { click: pick } }, on ? icon('check') : null, `${value.label}${more}`);
      }),
    ),
  );
}

/** The item with this value chosen and its price moved by the difference. @param {Item} item @param {import('../types').ProductOption} option @param {number} index @returns {Item} */
function made(item, option, index) {
  const action = /** @type {import('../types').Tap} */ (item.action);
  const send = /** @type {import('../types').ActionPart} */ (action.send);
  const chosen = /** @type {Record<string, string>} */ (send.modifiers ?? {});
  const before = option.values.find(({ value }) => value === chosen[option.name]) ?? option.values[0];
  const after = option.values[index];
  const moved = (after?.price?.amount ?? 0) - (before?.price?.amount ?? 0);
  const price = item.price ? { ...item.price, amount: item.price.amount + moved } : item.price;
  return { ...item, price, action: { ...action, send: { ...send, modifiers: { ...chosen, [option.name]: after?.value ?? '' } } } };
}

/** The variant that differs from the shown one in this option, or the first that has it. @param {Item} item @param {string} name @param {string} value */
function variantWith(item, name, value) {
  const current = item.variants?.find((variant) => variant.sku === item.sku);
  const having = item.variants?.filter((variant) => variant.options[name] === value) ?? [];
  const same = (/** @type {import('../types').Variant} */ variant) =>
    Object.entries(variant.options).every(([key, other]) => key === name || other === current?.options[key]);
  return having.find(same) ?? having[0];
}

/** @param {Item} item @param {import('../types').Variant} variant @returns {Item} */
function withVariant(item, variant) {
  const send = item.action?.send;
  const retarget = item.action && send?.type === 'action' ? { label: item.action.label, send: { ...send, sku: variant.sku } } : item.action;
  return {
    ...item,
    sku: variant.sku,
    variant_label: variant.label,
    price: variant.price,
    price_from: false,
    compare_at: variant.compare_at,
    unit_price: variant.unit_price,
    stock: variant.stock,
    image_url: variant.image_url ?? item.image_url,
    action: variant.stock.state === 'sold_out' ? null : retarget,
  };
}
