/** A category's products in a grid, with its loading, empty and error states. */

import { h, icon, picture } from '../widget/dom.js';
import { priceLine } from '../widget/blocks/products.js';

const SKELETONS = 8;

/** @typedef {import('../widget/types').ProductItem} ProductItem */

/**
 * @param {{ language: import('../widget/types').Language, shop: ReturnType<typeof import('./catalog.js').catalog>, open: (id: string) => void,
 *   grid: HTMLElement, state: HTMLElement, more: HTMLElement, count: HTMLElement }} options
 */
export function shelf({ language, shop, open, grid, state, more, count }) {
  const { t } = language;
  let asked = 0;
  let next = { category: '', cursor: '' };

  /** @param {string} category @param {string} [cursor] @returns {Promise<ProductItem[]>} what was added */
  const show = async (category, cursor = '') => {
    const mine = (asked += 1);
    state.hidden = true;
    more.hidden = true;
    grid.setAttribute('aria-busy', 'true');
    const waiting = Array.from({ length: SKELETONS }, skeleton);
    if (cursor) grid.append(...waiting);
    else grid.replaceChildren(...waiting);
    try {
      const page = await shop.products(category, cursor);
      if (mine !== asked) return [];
      const tiles = page.items.map((item) => tile(item, language, open));
      for (const row of waiting) row.remove();
      grid.append(...tiles);
      if (cursor) tiles[0]?.querySelector('button')?.focus();
      count.textContent = page.next_cursor ? '' : t('shop.count', { count: grid.children.length });
      next = { category, cursor: page.next_cursor ?? '' };
      more.hidden = !page.next_cursor;
      if (!grid.children.length) say('package', t('shop.emptyTitle'), t('shop.emptyText'));
      return page.items;
    } catch {
      if (mine !== asked) return [];
      for (const row of waiting) row.remove();
      count.textContent = '';
      say('wifi-off', t('shop.errorTitle'), t('shop.errorText'), () => void show(category, cursor));
      return [];
    } finally {
      if (mine === asked) grid.removeAttribute('aria-busy');
    }
  };

  /** @param {string} iconName @param {string} title @param {string} text @param {() => void} [again] */
  const say = (iconName, title, text, again) => {
    state.hidden = false;
    state.replaceChildren(icon(iconName), h('h3', null, title), h('p', null, text), ...(again ? [h('button', { type: 'button', class: 'outline', on: { click: again } }, t('shop.retry'))] : []));
  };
  more.addEventListener('click', () => void show(next.category, next.cursor));
  return { show };
}

function skeleton() {
  return h('li', { class: 'tile skeleton', 'aria-hidden': 'true' }, h('span', { class: 'tile-picture' }), h('span', { class: 'bone wide' }), h('span', { class: 'bone' }));
}

/** The whole tile is one target; its name is the button, so that a screen reader hears one thing. @param {ProductItem} item @param {import('../widget/types').Language} language @param {(id: string) => void} open */
function tile(item, language, open) {
  const badges = (item.badges ?? []).map((text) => h('span', { class: 'badge' }, text));
  return h(
    'li',
    { class: item.stock?.state === 'sold_out' ? 'tile gone' : 'tile' },
    h('span', { class: 'tile-picture' }, picture(item.image_url ?? null, item.image_alt ?? ''), badges.length ? h('span', { class: 'badges' }, ...badges) : null),
    h('h3', { class: 'tile-title' }, h('button', { type: 'button', dir: 'auto', on: { click: () => open(item.product_id) } }, item.title)),
    item.variant_label ? h('p', { class: 'quiet', dir: 'auto' }, item.variant_label) : null,
    priceLine(item, { language }),
    item.stock ? h('p', { class: `stock ${item.stock.state}` }, h('span', { dir: 'auto' }, item.stock.text)) : null,
  );
}
