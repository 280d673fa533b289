/** Building elements without ever parsing markup: server text only ever becomes text nodes. */

import { LUCIDE } from '../icons/lucide.js';

/** @typedef {Node | string | null | undefined | false} Child */
/** @typedef {{ class?: string, on?: Record<string, (event: any) => void>, [attribute: string]: any }} Props */

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Props | null} [props] attributes; `true` sets an empty one, `false`, `null` and `undefined` leave it out
 * @param {...(Child | Child[])} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function h(tag, props, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props ?? {})) setProp(element, name, value);
  element.append(...children.flat().filter(isShown));
  return element;
}

/** @param {Element} element @param {string} name @param {any} value */
function setProp(element, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (name === 'on') {
    for (const [type, listener] of Object.entries(value)) element.addEventListener(type, /** @type {any} */ (listener));
    return;
  }
  element.setAttribute(name, value === true ? '' : String(value));
}

/** @param {Child} child @returns {child is Node | string} */
function isShown(child) {
  return child !== null && child !== undefined && child !== false && child !== '';
}

const SVG = 'http://www.w3.org/2000/svg';
const MIRRORED = new Set(['arrow-left', 'arrow-right', 'chevron-left', 'chevron-right', 'corner-down-left', 'external-link', 'undo', 'log-out']);

/**
 * A decorative line icon; the words beside it (or the button's label) carry the meaning.
 * @param {string} name
 */
export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', MIRRORED.has(name) ? 'icon mirrored' : 'icon');
  svg.setAttribute('aria-hidden', 'true');
  for (const [tag, attributes] of LUCIDE[name] ?? []) {
    const node = document.createElementNS(SVG, tag);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
    svg.append(node);
  }
  return svg;
}

/**
 * Lines become paragraphs, `- ` lines a list, **bold** becomes strong. Nothing else is markup.
 * @param {string} text
 */
export function richText(text) {
  const fragment = document.createDocumentFragment();
  /** @type {HTMLUListElement | null} */
  let list = null;
  for (const line of text.split(/\n+/)) {
    if (!line.trim()) continue;
    const bullet = /^\s*[-•]\s+(.*)$/.exec(line);
    if (!bullet) {
      list = null;
      fragment.append(h('p', null, ...bold(line)));
      continue;
    }
    if (!list) fragment.append((list = h('ul', { class: 'bullets' })));
    list.append(h('li', null, ...bold(bullet[1] ?? '')));
  }
  return fragment;
}

/** @param {string} line @returns {(Node | string)[]} */
function bold(line) {
  return line.split(/\*\*(.+?)\*\*/).map((piece, index) => (index % 2 ? h('strong', null, piece) : piece));
}

/**
 * A picture that turns into a quiet placeholder when it is missing or broken.
 * @param {string | null} url
 * @param {string} alt
 */
export function picture(url, alt) {
  const frame = h('span', { class: 'picture' });
  const placeholder = () => frame.replaceChildren(icon('image-off'));
  if (!url) {
    placeholder();
    return frame;
  }
  frame.append(h('img', { src: url, alt, loading: 'lazy', decoding: 'async', on: { error: placeholder } }));
  return frame;
}
