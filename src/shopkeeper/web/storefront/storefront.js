/** The demo shop's page: shelves, one product closer up, and every question handed to the chat. */

import { applyAccent } from '../widget/accent.js';
import { catalog } from './catalog.js';
import { detailView } from './detail.js';
import { h, icon, picture } from '../widget/dom.js';
import { loadLanguage } from '../widget/language.js';
import { shelf } from './shelf.js';

/** @typedef {import('../widget/element.js').ShopkeeperChat} Chat */

/**
 * @template {HTMLElement} T
 * @param {string} id
 */
const byId = (id) => /** @type {T} */ (document.getElementById(id));

const NATIVE_NAMES = { en: 'English', de: 'Deutsch', es: 'Español', fr: 'Français', zh: '中文', ru: 'Русский', ar: 'العربية', hi: 'हिन्दी', ur: 'اردو' };

const language = await loadLanguage(document.documentElement.lang);
const { t } = language;
const chat = /** @type {Chat} */ (byId('chat'));
const shop = catalog(language.locale);

translate();
for (const spot of document.querySelectorAll('[data-icon]')) spot.prepend(icon(/** @type {HTMLElement} */ (spot).dataset.icon ?? ''));
languageMenu();
themeButton();
askBox();
cartButton();

const detail = detailView({ dialog: byId('detail'), language, shop, chat });
const shelves = shelf({ language, shop, open: (id) => detail.open(id), grid: byId('grid'), state: byId('state'), more: byId('more'), count: byId('shelf-count') });
if (new URLSearchParams(location.search).get('chat') === 'open') chat.open();
void categoryRail();
void shelves.show('').then(heroPictures);
void shop.capabilities().then((known) => {
  applyAccent(document.documentElement, known.shop?.accent);
  keepAccent();
  if (!known.shop?.name) return;
  document.title = known.shop.name;
  for (const spot of document.querySelectorAll('[data-shop]')) spot.textContent = known.shop.name;
}, () => {});

function translate() {
  for (const spot of document.querySelectorAll('[data-words]')) spot.textContent = t(/** @type {HTMLElement} */ (spot).dataset.words ?? '');
  for (const spot of document.querySelectorAll('[data-words-label]')) {
    const label = t(/** @type {HTMLElement} */ (spot).dataset.wordsLabel ?? '');
    spot.setAttribute('aria-label', label);
    if (spot instanceof HTMLButtonElement) spot.title = label;
  }
  document.documentElement.dir = language.dir;
}

function languageMenu() {
  const menu = /** @type {HTMLSelectElement} */ (byId('language'));
  menu.append(...Object.entries(NATIVE_NAMES).map(([code, name]) => h('option', { value: code, selected: code === language.lang, lang: code }, name)));
  menu.addEventListener('change', () => {
    const url = new URL(location.href);
    url.searchParams.set('lang', menu.value);
    location.assign(url);
  });
}

function themeButton() {
  byId('theme').addEventListener('click', () => {
    const root = document.documentElement;
    const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
    root.dataset.theme = dark ? 'light' : 'dark';
    try {
      localStorage.setItem('shopkeeper:theme', root.dataset.theme);
    } catch {
      // lasts for this page then
    }
  });
}

/** For the next visit's first paint, see theme.js. */
function keepAccent() {
  const { style } = document.documentElement;
  const kept = Object.fromEntries(['--shop-accent', '--shop-on-accent'].map((name) => [name, style.getPropertyValue(name)]));
  try {
    localStorage.setItem('shopkeeper:accent', JSON.stringify(kept));
  } catch {
    // then it comes with the answer
  }
}

function askBox() {
  const input = /** @type {HTMLInputElement} */ (byId('question'));
  input.placeholder = t('shop.askPlaceholder');
  byId('ask').addEventListener('submit', (event) => {
    event.preventDefault();
    const question = input.value.trim();
    if (!question) return chat.open();
    input.value = '';
    void chat.ask(question);
  });
}

function cartButton() {
  const count = byId('cart-count');
  const button = byId('cart');
  button.addEventListener('click', () => void chat.send([{ type: 'action', action: 'show_cart' }], { label: t('act.show_cart') }));
  document.addEventListener('shopkeeper:cart', (event) => {
    const items = /** @type {CustomEvent<{ cart: import('../widget/types').Cart | null }>} */ (event).detail.cart?.count ?? 0;
    count.hidden = items === 0;
    count.textContent = language.number(items);
    button.setAttribute('aria-label', `${t('shop.cart')}, ${t('cart.count', { count: items })}`);
  });
}

async function categoryRail() {
  const categories = await shop.categories().catch(() => []);
  const top = [{ id: '', title: t('shop.all'), count: 0 }, ...categories.filter(({ id }) => !id.includes('/'))];
  fillRail(byId('categories'), top, (picked) => {
    const inside = categories.filter(({ id }) => picked.id && id.startsWith(`${picked.id}/`));
    const branches = byId('branches');
    branches.hidden = inside.length < 2;
    fillRail(branches, [{ ...picked, title: t('shop.all'), count: 0 }, ...inside], (branch) => void shelves.show(branch.id));
    byId('shelf-title').textContent = picked.title;
    void shelves.show(picked.id);
  });
}

/** @param {HTMLElement} list @param {import('./catalog.js').Category[]} entries the first one is pressed @param {(picked: import('./catalog.js').Category) => void} pick */
function fillRail(list, entries, pick) {
  const buttons = entries.map((entry, index) => {
    const count = entry.count ? h('span', { class: 'rail-count' }, language.number(entry.count)) : null;
    const button = h('button', { type: 'button', 'aria-pressed': String(index === 0), dir: 'auto' }, entry.title, count);
    button.addEventListener('click', () => {
      for (const other of buttons) other.setAttribute('aria-pressed', String(other === button));
      pick(entry);
    });
    return button;
  });
  list.replaceChildren(...buttons.map((button) => h('li', null, button)));
}

/** A few goods beside the greeting, taken from the shelf. @param {import('../widget/types').ProductItem[]} items */
function heroPictures(items) {
  const drawn = items.filter((item) => item.image_url);
  const root = (/** @type {import('../widget/types').ProductItem} */ item) => item.category?.split('/')[0];
  const varied = drawn.filter((item, index) => drawn.findIndex((other) => root(other) === root(item)) === index);
  const shown = [...new Set([...varied, ...drawn])].slice(0, 3);
  if (shown.length === 3) byId('hero-pictures').replaceChildren(...shown.map((item) => picture(item.image_url ?? null, '')));
}
