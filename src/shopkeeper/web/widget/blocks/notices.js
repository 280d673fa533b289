/** What the shopper should notice, and where a statement comes from. */

import { h, icon } from '../dom.js';

const ICONS = { info: 'info', success: 'circle-check', warning: 'triangle-alert', error: 'circle-alert' };

/**
 * @param {'info' | 'success' | 'warning' | 'error'} level
 * @param {string} text
 * @param {...Node} more
 */
export function notice(level, text, ...more) {
  const known = level in ICONS ? level : 'info';
  return h('div', { class: `notice ${known}` }, icon(ICONS[known]), h('div', { class: 'notice-words' }, h('p', { dir: 'auto' }, text), ...more));
}

/**
 * @param {Extract<import('../types').Block, { type: 'citation' }>} block
 * @param {import('../types').BlockContext} context
 */
export function citation({ title, text, url }, context) {
  const address = context.url(url);
  const source = address ? h('a', { href: address, target: '_blank', rel: 'noopener' }, title, icon('external-link')) : title;
  return h(
    'figure',
    { class: 'citation' },
    h('figcaption', null, icon('file-text'), h('span', { dir: 'auto' }, source)),
    h('blockquote', { dir: 'auto' }, text),
  );
}
