/** <shopkeeper-chat>: puts the pieces together and speaks to the page around it. */

import { Api } from './api.js';
import { applyAccent } from './accent.js';
import { chatFrame, showQuickReplies, welcome } from './frame.js';
import { Composer } from './composer.js';
import { Conversation } from './conversation.js';
import { h, icon } from './dom.js';
import { loadLanguage } from './language.js';
import { Memory } from './memory.js';
import { Speaker } from './speaker.js';
import { Transcript } from './transcript.js';

/** @typedef {import('./types').Part} Part */
/** @typedef {import('./types').Language} Language */
/** @typedef {ReturnType<ShopkeeperChat['build']>} Pieces */

const HOME = new URL('..', import.meta.url);
const POLL_MS = 4000;
const POLLS = 225; // a quarter of an hour
const TOAST_MS = 6000;
const PHONE = '(max-width: 30rem)';

export class ShopkeeperChat extends HTMLElement {
  static observedAttributes = ['open', 'theme', 'accent', 'locale'];

  /** @type {Promise<void> | null} */
  #ready = null;
  /** @type {Pieces | null} */
  #parts = null;
  /** @type {import('./types').Capabilities} */
  #capabilities = {};
  #polls = 0;
  /** @type {AbortController} */
  #life = new AbortController();

  connectedCallback() {
    this.#life = new AbortController();
    this.#ready ??= this.#start();
    this.#watchPage();
  }

  disconnectedCallback() {
    this.#parts?.speaker.stop();
    this.#life.abort();
    this.#parts?.conversation.unlisten();
  }

  /** @param {string} name @param {string | null} before @param {string | null} after */
  attributeChangedCallback(name, before, after) {
    if (before === after || !this.#ready) return;
    if (name === 'open') this.#showOpen(after !== null);
    if (name === 'theme') this.#takeTheme();
    if (name === 'accent') applyAccent(this, after);
    if (name === 'locale') this.#ready = this.#start();
  }

  get mode() {
    const mode = this.getAttribute('mode');
    return mode === 'inline' || mode === 'page' ? mode : 'floating';
  }

  open() {
    this.setAttribute('open', '');
  }

  close() {
    this.removeAttribute('open');
  }

  /** Opens the chat and asks. @param {string} text */
  ask(text) {
    return this.send([{ type: 'text', text }]);
  }

  /** Opens the chat with words waiting to be finished. @param {string} text */
  async draft(text) {
    await this.#ready;
    this.open();
    this.#parts?.composer.write(text);
    this.#parts?.composer.focus();
  }

  /**
   * @param {Part[]} parts
   * @param {{ label?: string, open?: boolean }} [options] label: what the bubble says for a tap; open: false leaves a closed chat closed
   * @returns {Promise<import('./types').Turn | null>}
   */
  async send(parts, { label, open = true } = {}) {
    await this.#ready;
    if (open) this.open();
    return (await this.#parts?.conversation.send(parts, { label })) ?? null;
  }

  async #start() {
    const language = await loadLanguage(this.getAttribute('locale') || document.documentElement.lang || navigator.language);
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    this.#parts?.conversation.unlisten();
    const parts = (this.#parts = this.build(language));
    const sheets = stylesheets();
    parts.root.hidden = true;
    root.replaceChildren(...sheets, parts.root);
    void Promise.all(sheets.map(settled)).then(() => (parts.root.hidden = false));
    this.#takeTheme();
    applyAccent(this, this.getAttribute('accent'));
    this.#showOpen(this.hasAttribute('open'), true);
    this.#connect(parts);
    void parts.api.capabilities().then((capabilities) => this.#takeCapabilities(capabilities), () => {});
    void parts.conversation.restore();
  }

  /** @param {Language} language */
  build(language) {
    const api = new Api(this.getAttribute('server') ?? new URL('..', HOME).href);
    const storefront = this.getAttribute('storefront') ?? '';
    const memory = new Memory(`${api.server}:${storefront}`);
    const conversation = new Conversation({ api, memory, locale: language.locale, storefront });
    const speaker = new Speaker(memory, (turnId) => conversation.speech(turnId));
    const say = (/** @type {string} */ text) => this.#say(text);
    const frame = chatFrame(language, {
      toggle: () => this.toggleAttribute('open'),
      close: () => this.close(),
      renew: () => conversation.reset(),
      aloud: { on: speaker.on, toggle: () => speaker.toggle() },
      askPerson: () => void this.send([{ type: 'action', action: 'ask_person' }], { label: language.t('head.person') }),
    });
    const transcript = new Transcript({ language, api, conversation, contextFor: (spoken) => this.#context(spoken), announce: (text) => this.#announce(text) });
    const composer = new Composer({
      language,
      say,
      submit: (sent) => void conversation.send(sent),
      hush: () => speaker.stop(),
      dictation: () => this.hasAttribute('dictation'),
    });
    const panel = h(
      'section',
      { class: 'panel', role: this.mode === 'floating' ? 'dialog' : 'region', 'aria-labelledby': 'title' },
      frame.head,
      frame.banner,
      transcript.element,
      frame.toast,
      frame.replies,
      composer.element,
      frame.live,
      frame.drop,
    );
    const root = h('div', { class: `root ${this.mode}`, lang: language.lang, dir: language.dir }, panel, this.mode === 'floating' ? frame.launcher : null);
    return { language, api, conversation, speaker, frame, transcript, composer, panel, root };
  }

  /** @param {Pieces} parts */
  #connect({ conversation, transcript, frame, panel, composer, language }) {
    /** @param {string} type @param {(detail: any) => void} hear */
    const on = (type, hear) => conversation.addEventListener(type, (event) => hear(/** @type {CustomEvent} */ (event).detail));
    const quick = (/** @type {import('./types').QuickReply[]} */ replies) =>
      showQuickReplies(frame.replies, replies, (part, label) => void conversation.send([part], { label }));
    on('history', (stored) => {
      transcript.restore(conversation.messages);
      this.#showWelcome();
      quick(stored.quick_replies ?? []);
      this.#showHandoff(stored.handoff?.state);
      if (stored.cart) this.#tellCart(stored.cart);
      if (stored.checkout) transcript.setCheckout(stored.checkout);
    });
    on('added', (message) => {
      this.#showWelcome();
      transcript.add(message);
      this.#noticeMessage(message);
    });
    on('updated', (message) => {
      transcript.update(message);
      this.#noticeMessage(message);
      if (message.quiet && message.state === 'failed') this.#say(language.t('delivery.tapFailed'));
    });
    on('patched', (turn) => {
      for (const block of turn.reply.blocks ?? []) if (block.type === 'cart') this.#tellCart(block.cart);
      if (!transcript.patch(turn) && turn.reply.text) this.#say(turn.reply.text);
    });
    on('typing', (typing) => transcript.setTyping(typing));
    on('suggestions', quick);
    on('connection', (state) => this.#showConnection(state));
    on('handoff', (handoff) => this.#showHandoff(handoff.state));
    on('checkout', (checkout) => {
      transcript.setCheckout(checkout);
      if (checkout?.status !== 'requires_escalation' && checkout?.status !== 'complete_in_progress') this.#polls = 0;
    });
    on('cart', (cart) => this.#tellCart(cart));
    on('renewed', () => {
      transcript.clear();
      this.#showWelcome();
      this.#showHandoff('assistant');
      this.#tellCart(null);
      composer.focus();
    });
    panel.addEventListener('keydown', (event) => this.#keys(event));
    this.#takeDrops(panel, frame.drop, composer);
    this.#showWelcome();
  }

  /** @param {Language} language @returns {import('./types').BlockContext} */
  #context(language) {
    return {
      language,
      url: (path) => this.#parts?.api.url(path) ?? null,
      act: async (part, options) => void (await this.#parts?.conversation.send([part], options)),
      photo: (part) => this.#parts?.conversation.sentPhoto(part) ?? null,
      focusComposer: () => this.#parts?.composer.focus(),
      watchCheckout: (on) => this.#watchCheckout(on),
    };
  }

  /** @param {import('./types').Capabilities} capabilities */
  #takeCapabilities(capabilities) {
    this.#capabilities = capabilities;
    const parts = this.#parts;
    if (!parts) return;
    parts.composer.allow(capabilities);
    parts.speaker.served = capabilities.speech === true;
    parts.frame.offerVoice(parts.speaker.able);
    if (!this.hasAttribute('accent')) applyAccent(this, capabilities.shop?.accent);
    if (capabilities.shop?.name) parts.frame.name.textContent = capabilities.shop.name;
    parts.root.querySelector('.welcome')?.remove();
    this.#showWelcome();
  }

  #showWelcome() {
    const parts = this.#parts;
    if (!parts) return;
    const shown = parts.root.querySelector('.welcome');
    if (parts.conversation.messages.length) shown?.remove();
    else if (!shown) parts.transcript.scroller.prepend(welcome(parts.language, this.#capabilities.shop?.name ?? '', (text) => void this.ask(text)));
  }

  /** @param {boolean} open @param {boolean} [atStart] */
  #showOpen(open, atStart = false) {
    const parts = this.#parts;
    if (!parts || this.mode !== 'floating') return;
    parts.root.classList.toggle('is-open', open);
    parts.panel.hidden = !open;
    parts.frame.launcher.setAttribute('aria-expanded', String(open));
    parts.frame.launcher.setAttribute('aria-label', parts.language.t(open ? 'head.close' : 'launcher.open'));
    if (open) {
      parts.frame.unread.hidden = true;
      parts.transcript.follow();
    }
    if (atStart) return;
    // On touch screens focusing the field would pop up the keyboard over the greeting.
    if (open) (matchMedia('(pointer: coarse)').matches ? parts.transcript.scroller : parts.composer.text).focus();
    else parts.frame.launcher.focus();
    if (!open) parts.speaker.stop();
    this.dispatchEvent(new CustomEvent(open ? 'shopkeeper:open' : 'shopkeeper:close', { bubbles: true, composed: true }));
  }

  /** @param {import('./types').Message} message */
  #noticeMessage(message) {
    if (message.role === 'shopper' || message.state !== 'done') return;
    this.#parts?.speaker.say(message.id, message.text ?? '', message.language);
    for (const block of message.blocks ?? []) if (block.type === 'cart') this.#tellCart(block.cart);
    if (this.mode === 'floating' && !this.hasAttribute('open') && this.#parts) this.#parts.frame.unread.hidden = false;
  }

  /** @param {import('./types').Cart | null} cart */
  #tellCart(cart) {
    this.dispatchEvent(new CustomEvent('shopkeeper:cart', { detail: { cart }, bubbles: true, composed: true }));
  }

  /** @param {'online' | 'offline' | 'reconnecting'} state */
  #showConnection(state) {
    const parts = this.#parts;
    if (!parts) return;
    const { banner } = parts.frame;
    if (state === 'online') {
      if (banner.dataset.kind === 'connection') banner.hidden = true;
      return;
    }
    const offline = state === 'offline';
    banner.dataset.kind = 'connection';
    banner.hidden = false;
    banner.replaceChildren(offline ? icon('wifi-off') : h('span', { class: 'spinner' }), parts.language.t(offline ? 'connection.offline' : 'connection.reconnecting'));
  }

  /** @param {import('./types').HandoffState | undefined} state */
  #showHandoff(state) {
    const parts = this.#parts;
    if (!parts) return;
    const { t } = parts.language;
    parts.frame.status.textContent = t(state === 'operator' ? 'handoff.operator' : state === 'queued' ? 'handoff.queued' : 'head.automated');
    parts.root.classList.toggle('with-person', state === 'operator' || state === 'queued');
  }

  /** @param {string} text */
  #announce(text) {
    if (this.#parts && text) this.#parts.frame.live.textContent = text;
  }

  /** @param {string} text */
  #say(text) {
    const toast = this.#parts?.frame.toast;
    if (!toast) return;
    toast.textContent = text;
    toast.hidden = false;
    clearTimeout(this.#toastTimer);
    this.#toastTimer = setTimeout(() => (toast.hidden = true), TOAST_MS);
  }

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #toastTimer;

  /** @param {KeyboardEvent} event */
  #keys(event) {
    if (this.mode !== 'floating') return;
    if (event.key === 'Escape') return this.close();
    if (event.key === 'Tab' && matchMedia(PHONE).matches) this.#keepFocus(event);
  }

  /** On a phone the panel covers the page, so focus stays inside. @param {KeyboardEvent} event */
  #keepFocus(event) {
    const inside = [.../** @type {HTMLElement} */ (this.#parts?.panel).querySelectorAll('button, a[href], input, select, textarea, summary, [tabindex="0"]')];
    const usable = inside.filter((node) => node instanceof HTMLElement && !node.hasAttribute('disabled') && node.offsetParent !== null);
    const edge = event.shiftKey ? usable[0] : usable.at(-1);
    const other = event.shiftKey ? usable.at(-1) : usable[0];
    if (this.shadowRoot?.activeElement !== edge || !(other instanceof HTMLElement)) return;
    event.preventDefault();
    other.focus();
  }

  /** @param {HTMLElement} panel @param {HTMLElement} veil @param {Composer} composer */
  #takeDrops(panel, veil, composer) {
    const bringsFiles = (/** @type {DragEvent} */ event) => event.dataTransfer?.types.includes('Files');
    panel.addEventListener('dragenter', (event) => bringsFiles(event) && this.#capabilities.images && (veil.hidden = false));
    veil.addEventListener('dragleave', () => (veil.hidden = true));
    panel.addEventListener('dragover', (event) => bringsFiles(event) && event.preventDefault());
    panel.addEventListener('drop', (event) => {
      if (!bringsFiles(event)) return;
      event.preventDefault();
      veil.hidden = true;
      composer.add(event.dataTransfer?.files ?? []);
    });
  }

  /** While a payment page is open elsewhere, asks now and then in case an event is missed. @param {boolean} on */
  #watchCheckout(on) {
    this.#polls = on ? POLLS : 0;
    const tick = async () => {
      if (this.#polls <= 0 || !this.isConnected) return;
      this.#polls -= 1;
      if (document.visibilityState === 'visible') await this.#parts?.conversation.refresh();
      setTimeout(tick, POLL_MS);
    };
    setTimeout(tick, POLL_MS);
  }

  #watchPage() {
    const { signal } = this.#life;
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') return this.#parts?.conversation.unlisten();
      this.#parts?.conversation.listen();
      if (this.#polls > 0) void this.#parts?.conversation.refresh();
    }, { signal });
    addEventListener('offline', () => this.#showConnection('offline'), { signal });
    addEventListener('online', () => this.#showConnection('online'), { signal });
    const observer = new MutationObserver(() => this.#takeTheme());
    observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    signal.addEventListener('abort', () => observer.disconnect());
  }

  #takeTheme() {
    const theme = this.getAttribute('theme') ?? document.documentElement.dataset.theme;
    if (this.#parts) this.#parts.root.dataset.theme = theme === 'dark' || theme === 'light' ? theme : 'auto';
  }
}

/** Linked, not inlined, so that a strict Content-Security-Policy needs no exception. */
function stylesheets() {
  return ['tokens.css', 'widget.css'].map((name) => h('link', { rel: 'stylesheet', href: new URL(name, HOME).href }));
}

/** @param {HTMLLinkElement} link @returns {Promise<void>} */
function settled(link) {
  return new Promise((done) => {
    link.addEventListener('load', () => done());
    link.addEventListener('error', () => done());
  });
}
