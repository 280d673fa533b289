/** One product closer up: pictures, variants, facts, allergens, reviews, and two ways on: ask, or add. */

import { h, icon, picture } from '../widget/dom.js';
import { priceLine } from '../widget/blocks/products.js';

/** @typedef {import('../widget/types').Language} Language */
/** @typedef {import('../widget/types').Variant} Variant */
/** @typedef {import('./catalog.js').ProductDetail} ProductDetail */
/** @typedef {{ product: ProductDetail, chosen: Record<string, string>, modifiers: Record<string, string>, shown: string | null }} State */
/** @typedef {{ dialog: HTMLDialogElement, language: Language, shop: ReturnType<typeof import('./catalog.js').catalog>, chat: import('../widget/element.js').ShopkeeperChat }} Tools */

/** @param {Tools} tools */
export function detailView(tools) {
  const { dialog, language, shop } = tools;
  let asked = 0;
  dialog.addEventListener('click', (event) => event.target === dialog && dialog.close());
  return {
    /** @param {string} id */
    async open(id) {
      const mine = (asked += 1);
      dialog.replaceChildren(h('div', { class: 'detail loading', 'aria-busy': 'true' }, closeButton(tools), h('span', { class: 'spinner' })));
      dialog.showModal();
      try {
        const product = await shop.product(id);
        if (mine === asked) draw(tools, firstState(product));
      } catch {
        if (mine !== asked) return;
        const again = h('button', { type: 'button', class: 'outline', on: { click: () => (dialog.close(), this.open(id)) } }, language.t('shop.retry'));
        dialog.replaceChildren(h('div', { class: 'detail loading' }, closeButton(tools), h('div', { class: 'state' }, icon('wifi-off'), h('h3', null, language.t('shop.errorTitle')), h('p', null, language.t('shop.errorText')), again)));
      }
    },
  };
}

/** Starts at the first variant that can be bought. @param {ProductDetail} product @returns {State} */
function firstState(product) {
  const variant = product.variants.find(({ stock }) => stock.state !== 'sold_out') ?? product.variants[0];
  const modifiers = Object.fromEntries((product.modifiers ?? []).map(({ name, values }) => [name, values[0]?.value ?? '']));
  return { product, chosen: { ...variant?.options }, modifiers, shown: null };
}

/** @param {Tools} tools @param {State} state */
function draw(tools, state) {
  const { dialog, language } = tools;
  const { product } = state;
  const key = document.activeElement instanceof HTMLElement && dialog.contains(document.activeElement) ? document.activeElement.dataset.key : undefined;
  const scrolled = dialog.querySelector('.detail-words')?.scrollTop ?? 0;
  const variant = variantOf(state);
  const redraw = (/** @type {Partial<State>} */ change) => draw(tools, { ...state, ...change });
  dialog.replaceChildren(
    h(
      'div',
      { class: 'detail' },
      closeButton(tools),
      gallery(state, variant, language, redraw),
      h(
        'div',
        { class: 'detail-words' },
        product.brand || product.category_title ? h('p', { class: 'quiet' }, h('span', { dir: 'auto' }, [product.brand, product.category_title].filter(Boolean).join(' · '))) : null,
        h('h2', { id: 'detail-title' }, h('span', { dir: 'auto' }, product.title), ...(product.badges ?? []).map((text) => h('span', { class: 'badge' }, text))),
        product.reviews?.count && product.reviews.average ? rating(product.reviews.average, product.reviews.count, language) : null,
        variant ? priceLine(variant, { language }) : null,
        variant ? h('p', { class: `stock ${variant.stock.state}` }, h('span', { dir: 'auto' }, variant.stock.text)) : null,
        product.description ? h('p', { class: 'description', dir: 'auto' }, product.description) : null,
        ...product.options.map((option) => optionRow(option, state.chosen[option.name], 'option', (value) => redraw({ chosen: { ...state.chosen, ...variantWith(state, option.name, value)?.options }, shown: null }), (value) => variantWith(state, option.name, value)?.stock.state !== 'sold_out', language)),
        ...(product.modifiers ?? []).map((option) => optionRow(option, state.modifiers[option.name], 'modifier', (value) => redraw({ modifiers: { ...state.modifiers, [option.name]: value } }), () => true, language)),
        actions(tools, state, variant),
        facts(product, language),
        allergens(product, language),
        reviews(product, language),
      ),
    ),
  );
  const words = dialog.querySelector('.detail-words');
  if (words) words.scrollTop = scrolled;
  const again = [...dialog.querySelectorAll('[data-key]')].find((node) => node instanceof HTMLElement && node.dataset.key === key);
  if (key && again instanceof HTMLElement) again.focus({ preventScroll: true });
}

/** @param {State} state @returns {Variant | undefined} */
function variantOf({ product, chosen }) {
  return product.variants.find(({ options }) => Object.entries(options).every(([name, value]) => chosen[name] === value));
}

/** What picking this value leads to: the same combination with it, else one that can be bought, else any. @param {State} state @param {string} name @param {string} value */
function variantWith({ product, chosen }, name, value) {
  const wanted = { ...chosen, [name]: value };
  const having = product.variants.filter(({ options }) => options[name] === value);
  const same = having.find(({ options }) => Object.entries(options).every(([key, own]) => wanted[key] === own));
  return same ?? having.find(({ stock }) => stock.state !== 'sold_out') ?? having[0];
}

/** @param {Tools} tools */
function closeButton({ dialog, language: { t } }) {
  return h('button', { type: 'button', class: 'tool close', 'aria-label': t('shop.close'), title: t('shop.close'), on: { click: () => dialog.close() } }, icon('x'));
}

/** @param {State} state @param {Variant | undefined} variant @param {Language} language @param {(change: Partial<State>) => void} redraw */
function gallery({ product, shown }, variant, { t }, redraw) {
  const own = variant?.image_url ? [{ url: variant.image_url, alt: `${product.title}, ${variant.label}` }] : [];
  const pictures = [...own, ...product.images.filter(({ url }) => url !== variant?.image_url)];
  const current = pictures.find(({ url }) => url === shown) ?? pictures[0];
  const thumbs = pictures.map((image, index) =>
    h(
      'button',
      { type: 'button', class: 'thumb', 'data-key': `picture-${image.url}`, 'aria-label': t('shop.picture', { number: index + 1 }), 'aria-pressed': String(image === current), on: { click: () => redraw({ shown: image.url }) } },
      picture(image.url, ''),
    ),
  );
  return h('div', { class: 'gallery' }, picture(current?.url ?? null, current?.alt ?? ''), pictures.length > 1 ? h('div', { class: 'thumbs' }, ...thumbs) : null);
}

/**
 * @param {import('../widget/types').ProductOption} option
 * @param {string | undefined} chosen
 * @param {string} kind
 * @param {(value: string) => void} pick
 * @param {(value: string) => boolean} available
 * @param {Language} language
 */
function optionRow(option, chosen, kind, pick, available, { t }) {
  const values = option.values.map(({ value, label }) =>
    h(
      'button',
      { type: 'button', class: available(value) ? 'pick' : 'pick gone', 'data-key': `${kind}-${option.name}-${value}`, 'aria-pressed': String(value === chosen), on: { click: () => pick(value) } },
      h('span', { dir: 'auto' }, label),
      available(value) ? null : h('span', { class: 'hidden' }, `, ${t('product.soldOut')}`),
    ),
  );
  return h('div', { class: 'options', role: 'group', 'aria-label': t('shop.choose', { label: option.label }) }, h('p', { class: 'options-label', dir: 'auto' }, option.label), h('div', { class: 'picks' }, ...values));
}

/** @param {Tools} tools @param {State} state @param {Variant | undefined} variant */
function actions({ dialog, language: { t }, chat }, { product, modifiers }, variant) {
  const name = [product.title, variant?.label].filter(Boolean).join(', ');
  const add = () => {
    dialog.close();
    const extra = Object.keys(modifiers).length ? { modifiers } : {};
    void chat.send([{ type: 'action', action: 'add_line_item', sku: variant?.sku, quantity: 1, ...extra }], { label: `${t('shop.addToCart')}: ${name}` });
  };
  const ask = () => {
    dialog.close();
    void chat.draft(t('shop.draft', { title: name }));
  };
  const buyable = variant && variant.stock.state !== 'sold_out';
  return h(
    'div',
    { class: 'actions' },
    h('button', { type: 'button', class: 'solid', disabled: !buyable, 'data-key': 'add', on: { click: add } }, icon('plus'), buyable ? t('shop.addToCart') : variant?.stock.text ?? t('product.soldOut')),
    h('button', { type: 'button', class: 'outline', 'data-key': 'ask', on: { click: ask } }, icon('message-circle'), t('shop.askAbout')),
  );
}

/** @param {ProductDetail} product @param {Language} language */
function facts({ attributes }, { t }) {
  if (!attributes?.length) return null;
  const rows = attributes.map(({ label, value }) => h('div', null, h('dt', { dir: 'auto' }, label), h('dd', { dir: 'auto' }, value)));
  return h('section', null, h('h3', null, t('shop.details')), h('dl', { class: 'facts' }, ...rows));
}

/** Unknown is not safe, and says so. @param {ProductDetail} product @param {Language} language */
function allergens({ allergens: known }, { t, locale }) {
  if (!known || known.state === 'not_food') return null;
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const line = (/** @type {string} */ key, /** @type {string[] | undefined} */ names) => (names?.length ? h('p', { dir: 'auto' }, t(key, { list: list.format(names) })) : null);
  const body =
    known.state === 'unknown'
      ? [h('p', { class: 'careful' }, icon('triangle-alert'), t('shop.allergensUnknown'))]
      : [line('shop.contains', known.contains), line('shop.mayContain', known.may_contain), line('shop.freeFrom', known.free_from), known.source ? h('p', { class: 'quiet', dir: 'auto' }, t('shop.source', { source: known.source })) : null];
  return h('section', null, h('h3', null, t('shop.allergens')), ...body);
}

/** @param {ProductDetail} product @param {Language} language */
function reviews({ reviews: known }, language) {
  if (!known) return null;
  const items = known.items.map((review) =>
    h(
      'li',
      null,
      h('p', { class: 'review-head' }, stars(review.rating, language), h('span', { dir: 'auto' }, review.author), review.at ? h('time', { class: 'quiet', datetime: review.at }, language.date(review.at)) : null),
      h('p', { dir: 'auto' }, review.text),
    ),
  );
  return h('section', null, h('h3', null, language.t('shop.reviews')), items.length ? h('ul', { class: 'reviews' }, ...items) : h('p', { class: 'quiet' }, language.t('shop.noReviews')));
}

/** @param {number} average @param {number} count @param {Language} language */
function rating(average, count, language) {
  return h('p', { class: 'rating' }, stars(average, language), h('span', { class: 'quiet' }, `${language.number(average)} · ${language.t('shop.reviewCount', { count })}`));
}

/** @param {number} value @param {Language} language */
function stars(value, { t, number }) {
  const shapes = Array.from({ length: 5 }, (_, index) => {
    const star = icon('star');
    if (index < Math.round(value)) star.classList.add('full');
    return star;
  });
  return h('span', { class: 'stars', role: 'img', 'aria-label': t('shop.rating', { rating: number(value) }) }, ...shapes);
}
