/** The still parts of the chat: launcher, head, banner, welcome, quick replies. */

import { h, icon } from './dom.js';
import { canSpeak } from './speaker.js';

/** @typedef {import('./types').Language} Language */

/**
 * @param {Language} language
 * @param {{ toggle: () => void, close: () => void, renew: () => void, askPerson: () => void, aloud: { on: boolean, toggle: () => boolean } }} acts
 */
export function chatFrame(language, acts) {
  const { t } = language;
  const unread = h('span', { class: 'unread', hidden: true });
  const launcher = h(
    'button',
    { type: 'button', class: 'launcher', 'aria-expanded': 'false', 'aria-haspopup': 'dialog', on: { click: acts.toggle } },
    icon('message-circle'),
    h('span', null, t('launcher.label')),
    unread,
  );
  const name = h('h2', { class: 'head-title', id: 'title', dir: 'auto' }, t('head.title'));
  const status = h('p', { class: 'head-status' }, t('head.automated'));
  const { box: menu, offerVoice } = headMenu(language, acts);
  const close = h('button', { type: 'button', class: 'icon-button close', 'aria-label': t('head.close'), title: t('head.close'), on: { click: acts.close } }, icon('x'));
  const banner = h('div', { class: 'banner', role: 'status', hidden: true });
  const toast = h('div', { class: 'toast', role: 'status', hidden: true });
  const replies = h('div', { class: 'quick-replies', role: 'group', 'aria-label': t('quick.label'), hidden: true });
  const live = h('div', { class: 'hidden', 'aria-live': 'polite', 'aria-atomic': 'true' });
  const drop = h('div', { class: 'drop', hidden: true }, icon('image'), h('p', null, t('composer.drop')));
  const head = h('header', { class: 'head' }, h('span', { class: 'mark', 'aria-hidden': 'true' }, icon('message-circle')), h('div', { class: 'head-words' }, name, status), menu, close);
  return { launcher, unread, name, status, banner, toast, replies, live, drop, head, close, offerVoice };
}

/** A disclosure, not an ARIA menu: two plain buttons behind one, and a switch for the voice. @param {Language} language @param {{ renew: () => void, askPerson: () => void, aloud: { on: boolean, toggle: () => boolean } }} acts */
function headMenu({ t }, { renew, askPerson, aloud }) {
  const items = h('div', { class: 'menu', hidden: true });
  const button = h('button', { type: 'button', class: 'icon-button', 'aria-expanded': 'false', 'aria-label': t('head.menu'), title: t('head.menu') }, icon('ellipsis'));
  const show = (/** @type {boolean} */ on) => {
    items.hidden = !on;
    button.setAttribute('aria-expanded', String(on));
  };
  const entry = (/** @type {string} */ name, /** @type {string} */ label, /** @type {() => void} */ act) =>
    h('button', { type: 'button', on: { click: () => (show(false), act()) } }, icon(name), label);
  const voice = h('button', { type: 'button', 'data-key': 'aloud' });
  const draw = (/** @type {boolean} */ on) => voice.replaceChildren(icon(on ? 'volume-x' : 'volume-2'), t(on ? 'voice.quiet' : 'voice.aloud'));
  voice.addEventListener('click', () => draw(aloud.toggle()));
  draw(aloud.on);
  voice.hidden = !canSpeak();
  items.append(entry('headphones', t('head.person'), askPerson), voice, entry('refresh-cw', t('head.renew'), renew));
  button.addEventListener('click', () => show(items.hidden === true));
  const box = h('div', { class: 'menu-box' }, button, items);
  box.addEventListener('focusout', (event) => {
    if (!box.contains(/** @type {Node | null} */ (event.relatedTarget))) show(false);
  });
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || items.hidden) return;
    event.stopPropagation();
    show(false);
    button.focus();
  });
  return { box, offerVoice: (/** @type {boolean} */ able) => void (voice.hidden = !able) };
}

const OPENERS = [
  { key: 'welcome.find', iconName: 'search' },
  { key: 'welcome.order', iconName: 'package' },
  { key: 'welcome.return', iconName: 'undo' },
];

/**
 * @param {Language} language
 * @param {string} shop
 * @param {(text: string) => void} ask
 */
export function welcome({ t }, shop, ask) {
  return h(
    'div',
    { class: 'welcome' },
    h('h3', { dir: 'auto' }, shop ? t('welcome.titleShop', { shop }) : t('welcome.title')),
    h('p', null, t('welcome.text')),
    h(
      'ul',
      { class: 'openers' },
      ...OPENERS.map(({ key, iconName }) => h('li', null, h('button', { type: 'button', on: { click: () => ask(t(key)) } }, icon(iconName), h('span', null, t(key)), icon('arrow-right')))),
    ),
    h('p', { class: 'detail disclosure' }, t('welcome.automated')),
  );
}

/**
 * @param {HTMLElement} row
 * @param {import('./types').QuickReply[]} replies
 * @param {(part: import('./types').Part, label: string) => void} send
 */
export function showQuickReplies(row, replies, send) {
  row.hidden = replies.length === 0;
  row.replaceChildren(
    ...replies.map((reply) => {
      const label = typeof reply === 'string' ? reply : reply.label;
      const part = typeof reply === 'string' || !reply.send ? { type: /** @type {const} */ ('text'), text: label } : reply.send;
      return h('button', { type: 'button', class: 'chip', dir: 'auto', on: { click: () => send(part, label) } }, label);
    }),
  );
}
