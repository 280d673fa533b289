/** The scroll of messages: draws what the conversation says happened, keeps only the newest cart and checkout alive. */

import { bubble } from './bubble.js';
import { drawBlock } from './blocks/index.js';
import { h, icon, richText } from './dom.js';
import { loadLanguage } from './language.js';

/** @typedef {import('./types').Message} Message */
/** @typedef {import('./types').Block} Block */
/** @typedef {import('./types').Language} Language */
/** @typedef {{ element: HTMLElement, data: string, context: import('./types').BlockContext }} LiveCard */

const NEAR_END_PX = 96;
const PAUSE_MS = 30 * 60_000;

export class Transcript {
  /** @type {Map<Message, HTMLElement>} */
  #rows = new Map();
  /** @type {Map<string, Language>} */
  #languages = new Map();
  /** @type {Map<'cart' | 'checkout', LiveCard>} */
  #live = new Map();
  #lastAt = 0;
  #following = true;

  /**
   * @param {{ language: Language, api: import('./api.js').Api, conversation: import('./conversation.js').Conversation,
   *   contextFor: (language: Language) => import('./types').BlockContext, announce: (text: string) => void }} options
   */
  constructor({ language, api, conversation, contextFor, announce }) {
    this.language = language;
    this.api = api;
    this.conversation = conversation;
    this.contextFor = contextFor;
    this.announce = announce;
    const { t } = language;
    this.list = h('ol', { class: 'messages' });
    this.typing = h('div', { class: 'typing', hidden: true }, h('span', { class: 'hidden' }, t('assistant.typing')), h('span', { class: 'dots', 'aria-hidden': 'true' }, h('i', null), h('i', null), h('i', null)));
    this.scroller = h('div', { class: 'scroller', tabindex: '0', role: 'region', 'aria-label': t('transcript.label') }, this.list, this.typing);
    this.toEnd = h('button', { type: 'button', class: 'to-end', hidden: true, 'aria-label': t('transcript.toEnd') }, icon('arrow-down'));
    this.element = h('div', { class: 'transcript' }, this.scroller, this.toEnd);
    this.toEnd.addEventListener('click', () => this.follow());
    this.scroller.addEventListener('scroll', () => this.#watchScroll(), { passive: true });
    new ResizeObserver(() => this.#following && this.#scroll()).observe(this.scroller);
  }

  clear() {
    this.#rows.clear();
    this.#live.clear();
    this.#lastAt = 0;
    this.list.replaceChildren();
  }

  /** @param {Message[]} messages */
  restore(messages) {
    this.clear();
    for (const message of messages) this.add(message);
    this.follow();
  }

  /** @param {Message} message */
  add(message) {
    if (this.#rows.has(message)) return;
    const row = h('li', { class: `message ${message.role}` });
    this.#rows.set(message, row);
    this.#separate(message);
    this.list.append(row);
    this.#draw(message, row);
    if (message.role === 'shopper') this.follow();
    else this.#scroll();
    if (message.state === 'done') this.#announceReply(message);
  }

  /** @param {Message} message */
  update(message) {
    const row = this.#rows.get(message);
    if (!row) return;
    this.#draw(message, row);
    this.#scroll();
    if (message.role !== 'shopper' && message.state === 'done') this.#announceReply(message);
  }

  /** @param {boolean} on */
  setTyping(on) {
    this.typing.hidden = !on;
    if (on) this.#scroll();
  }

  /** The answer to a quiet tap: cards change where they are. @param {import('./types').Turn} turn @returns {boolean} false when there was no card to change */
  patch(turn) {
    const changed = (turn.reply.blocks ?? []).map((block) => this.#redraw(block, turn.reply.text));
    if (changed.some(Boolean)) this.announce(turn.reply.text);
    return changed.length > 0 && changed.every(Boolean);
  }

  /** What the server says a checkout has become; null: there is none any more. @param {import('./types').Checkout | null} checkout */
  setCheckout(checkout) {
    const live = this.#live.get('checkout');
    if (!checkout) {
      if (live && live.element.dataset.status !== 'completed') retire(live.element);
      return;
    }
    if (live?.element.dataset.checkout !== checkout.id || live.data === JSON.stringify(checkout)) return;
    this.#redraw({ type: 'checkout', checkout }, checkout.payment?.message ?? '');
  }

  follow() {
    this.#following = true;
    this.scroller.scrollTop = this.scroller.scrollHeight;
    this.toEnd.hidden = true;
  }

  /** @param {Message} message @param {HTMLElement} row */
  #draw(message, row) {
    const language = this.#languageOf(message, row);
    if (message.role === 'shopper') return bubble(message, row, { language, api: this.api, conversation: this.conversation });
    const text = row.querySelector('.reply-text') ?? h('div', { class: 'reply-text', dir: 'auto', lang: language.lang });
    if (message.text) text.replaceChildren(richText(message.text));
    if (!row.contains(text)) row.append(...(message.role === 'operator' ? [h('p', { class: 'sender' }, icon('headphones'), this.language.t('operator.name'))] : []), text);
    this.#drawBlocks(message, row, language);
    row.setAttribute('aria-busy', String(message.state === 'streaming'));
  }

  /** Only what is new is drawn, so that nothing already on screen moves. @param {Message} message @param {HTMLElement} row @param {Language} language */
  #drawBlocks(message, row, language) {
    const context = this.contextFor(language);
    const blocks = message.blocks ?? [];
    const drawn = [...row.querySelectorAll(':scope > [data-block]')];
    for (const [index, block] of blocks.entries()) {
      const data = `${language.lang}:${JSON.stringify(block)}`;
      const old = drawn[index];
      if (old && drawnAs.get(old) === data) continue;
      const element = drawBlock(block, context) ?? h('span', { hidden: true });
      element.setAttribute('data-block', block.type);
      drawnAs.set(element, data);
      if (old) old.replaceWith(element);
      else row.append(element);
      this.#enliven(block, element, context);
    }
    for (const extra of drawn.slice(blocks.length)) extra.remove();
  }

  /** @param {Block} block @param {HTMLElement} element @param {import('./types').BlockContext} context */
  #enliven(block, element, context) {
    if (block.type !== 'cart' && block.type !== 'checkout') return;
    const before = this.#live.get(block.type)?.element;
    if (before && before !== element) retire(before);
    this.#live.set(block.type, { element, data: JSON.stringify(block.type === 'cart' ? block.cart : block.checkout), context });
  }

  /** @param {Block} block @param {string} status @returns {boolean} */
  #redraw(block, status) {
    if (block.type !== 'cart' && block.type !== 'checkout') return false;
    const live = this.#live.get(block.type);
    if (!live) return false;
    const element = drawBlock(block, live.context);
    if (!element) return false;
    const root = /** @type {ShadowRoot} */ (this.element.getRootNode());
    const focused = live.element.contains(root.activeElement) ? /** @type {HTMLElement} */ (root.activeElement).dataset.key : undefined;
    element.setAttribute('data-block', block.type);
    drawnAs.set(element, drawnAs.get(live.element) ?? '');
    live.element.replaceWith(element);
    const line = element.querySelector('.card-status');
    if (line instanceof HTMLElement && status) {
      line.textContent = status;
      line.hidden = false;
    }
    this.#live.set(block.type, { element, data: JSON.stringify(block.type === 'cart' ? block.cart : block.checkout), context: live.context });
    if (focused) refocus(element, focused);
    return true;
  }

  /** Replies are drawn in the language they are written in, once its words are here. @param {Message} message @param {HTMLElement} row */
  #languageOf(message, row) {
    const tag = message.language;
    const known = tag ? this.#languages.get(tag) : this.language;
    if (!tag || known || tag.split('-')[0] === this.language.lang) return known ?? this.language;
    void loadLanguage(tag).then((language) => {
      this.#languages.set(tag, language);
      if (this.list.contains(row)) this.#draw(message, row);
    });
    return this.language;
  }

  /** A line with day and hour where time has passed. @param {Message} message */
  #separate(message) {
    const at = message.at ? new Date(message.at).getTime() : Number.NaN;
    if (Number.isNaN(at)) return;
    const fresh = this.#lastAt === 0 && Date.now() - at < PAUSE_MS;
    if (!fresh && at - this.#lastAt > PAUSE_MS && message.at) this.list.append(h('li', { class: 'moment' }, h('time', { datetime: message.at }, this.language.dateTime(message.at))));
    this.#lastAt = at;
  }

  /** @param {Message} message */
  #announceReply(message) {
    const counted = (message.blocks ?? []).flatMap((block) => (block.type === 'products' ? [this.language.t('products.found', { count: block.items.length })] : []));
    this.announce([message.text, ...counted].filter(Boolean).join('. '));
  }

  #watchScroll() {
    const left = this.scroller.scrollHeight - this.scroller.clientHeight - this.scroller.scrollTop;
    this.#following = left < NEAR_END_PX;
    this.toEnd.hidden = this.#following;
  }

  /** Follows the reply down, but never past its first line: a long answer is read from its beginning. */
  #scroll() {
    if (!this.#following) return;
    const last = this.list.lastElementChild;
    const end = this.scroller.scrollHeight - this.scroller.clientHeight;
    const top = last instanceof HTMLElement && !last.classList.contains('shopper') ? last.offsetTop - 72 : end;
    this.scroller.scrollTop = Math.max(Math.min(end, top), this.scroller.scrollTop);
    this.toEnd.hidden = end - this.scroller.scrollTop < NEAR_END_PX;
  }
}

/** What each block element was drawn from. @type {WeakMap<Element, string>} */
const drawnAs = new WeakMap();

/** @param {HTMLElement} element a card that a newer one replaces */
function retire(element) {
  element.classList.add('stale');
  for (const control of element.querySelectorAll('button, input, select')) control.setAttribute('disabled', '');
}

/** @param {HTMLElement} element @param {string} key */
function refocus(element, key) {
  const target = [...element.querySelectorAll('[data-key]')].find((node) => node instanceof HTMLElement && node.dataset.key === key);
  const fallback = element.querySelector('button:not([disabled]), a[href], input');
  const next = target instanceof HTMLElement && !target.hasAttribute('disabled') ? target : fallback;
  if (next instanceof HTMLElement) next.focus({ preventScroll: true });
}
