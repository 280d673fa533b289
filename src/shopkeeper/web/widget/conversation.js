/** One conversation as the shopper sees it: what was said, what is under way, what must be sent again. No screen in here. */

import { ApiProblem } from './api.js';
import { ATTEMPTS, backoffMs, pause, untilOnline } from './delivery.js';
import { localUrl } from './media.js';
import { randomKey } from './memory.js';

/** @typedef {import('./types').Message} Message */
/** @typedef {import('./types').Part} Part */
/** @typedef {{ key: string, parts: Part[], quiet: boolean, message: Message, done: (turn: import('./types').Turn | null) => void }} Outgoing */

const TURN_TIMEOUT_MS = 120_000;
const UNSUPPORTED = new Set([405, 406, 501]);

/**
 * Events: `history`, `added` and `updated` (detail: Message), `patched` (detail: Turn, answer to a quiet tap), `typing` (detail: boolean),
 * `connection` (detail: 'online' | 'offline' | 'reconnecting'), `checkout`, `cart`, `handoff`, `suggestions`, `renewed`.
 */
export class Conversation extends EventTarget {
  /** @type {Message[]} */
  messages = [];
  /** @type {Outgoing[]} */
  #queue = [];
  /** @type {Map<string, Outgoing>} */
  #failed = new Map();
  #pumping = false;
  /** @type {AbortController | null} */
  #listening = null;

  /**
   * The photo that this page sent as the given part of the shopper's last message with one.
   * @param {number} part @returns {string | null}
   */
  sentPhoto(part) {
    const sent = this.messages.findLast((message) => message.role === 'shopper' && message.parts?.some(({ type }) => type === 'image'));
    const found = sent?.parts?.[part];
    return found?.type === 'image' ? localUrl(found) : null;
  }

  /** @param {{ api: import('./api.js').Api, memory: import('./memory.js').Memory, locale: string, storefront: string }} options */
  constructor({ api, memory, locale, storefront }) {
    super();
    this.api = api;
    this.memory = memory;
    this.locale = locale;
    this.storefront = storefront;
    /** @type {import('./api.js').Key | null} */
    this.key = memory.read('conversation');
  }

  /** Brings back what was said before a reload, and sends what was still waiting. */
  async restore() {
    if (this.key) await this.#loadHistory(this.key);
    for (const { key, parts, label, quiet } of this.memory.read('outbox') ?? []) this.#enqueue(key, parts, { label, quiet });
  }

  /** @param {string} turnId @returns {Promise<Blob>} its reply as sound */
  speech(turnId) {
    if (!this.key) return Promise.reject(new Error('no conversation'));
    return this.api.speech(this.key, turnId);
  }

  /** @param {import('./api.js').Key} key */
  async #loadHistory(key) {
    try {
      const stored = await this.api.conversation(key);
      this.messages = stored.messages.map((message) => ({ ...message, language: message.language ?? stored.locale, state: 'done' }));
      this.#emit('history', stored);
      this.listen();
    } catch (problem) {
      if (problem instanceof ApiProblem && problem.forgotten) this.#forget();
      else this.#emit('connection', navigator.onLine ? 'reconnecting' : 'offline');
    }
  }

  /** Asks again how things stand; used while a payment page is open elsewhere. */
  async refresh() {
    if (!this.key) return;
    const stored = await this.api.conversation(this.key).catch(() => null);
    if (!stored) return;
    for (const message of stored.messages) this.#hear({ ...message, language: message.language ?? stored.locale }, true);
    this.#emit('checkout', stored.checkout ?? null);
    if (stored.handoff) this.#emit('handoff', stored.handoff);
  }

  /**
   * @param {Part[]} parts
   * @param {{ label?: string, quiet?: boolean }} [options] label: words shown for a tap; quiet: no bubble of its own
   * @returns {Promise<import('./types').Turn | null>} null when it failed for now
   */
  send(parts, options = {}) {
    return this.#enqueue(randomKey(), parts, options);
  }

  /** Sends a failed message once more, under its first key. @param {string} id */
  retry(id) {
    const outgoing = this.#failed.get(id);
    if (!outgoing) return;
    this.#failed.delete(id);
    this.#queue.push(outgoing);
    void this.#pump();
  }

  /** @param {string} id */
  discard(id) {
    this.#failed.delete(id);
    this.messages = this.messages.filter((message) => message.id !== id);
    this.#remember();
  }

  /** Forgets this conversation on this device and starts with an empty page. */
  reset() {
    this.#forget();
    this.messages = [];
    this.#queue = this.#queue.slice(0, this.#pumping ? 1 : 0);
    this.#failed.clear();
    this.#remember();
    this.#emit('renewed', null);
  }

  /** @param {string} key @param {Part[]} parts @param {{ label?: string, quiet?: boolean }} options */
  #enqueue(key, parts, { label, quiet = false }) {
    const text = parts.flatMap((part) => (part.type === 'text' ? [part.text] : [])).join('\n');
    /** @type {Message} */
    const message = { id: key, role: 'shopper', at: new Date().toISOString(), text, label, parts, quiet, state: navigator.onLine ? 'sending' : 'queued' };
    if (!quiet) {
      this.messages.push(message);
      this.#emit('added', message);
    }
    this.#emit('suggestions', []);
    return new Promise((done) => {
      this.#queue.push({ key, parts, quiet, message, done });
      this.#remember();
      void this.#pump();
    });
  }

  async #pump() {
    if (this.#pumping) return;
    this.#pumping = true;
    try {
      for (let next = this.#queue[0]; next; next = this.#queue[0]) {
        await this.#deliver(next);
        this.#queue = this.#queue.filter((outgoing) => outgoing !== next);
        this.#remember();
      }
    } finally {
      this.#pumping = false;
      this.#emit('typing', false);
    }
  }

  /** @param {Outgoing} outgoing */
  async #deliver(outgoing) {
    for (let attempt = 0; ; attempt += 1) {
      if (!navigator.onLine) {
        this.#mark(outgoing.message, 'queued');
        this.#emit('connection', 'offline');
        await untilOnline();
      }
      this.#mark(outgoing.message, 'sending');
      try {
        const turn = await this.#attempt(outgoing);
        this.#emit('connection', 'online');
        outgoing.done(turn);
        return;
      } catch (error) {
        this.#emit('typing', false);
        const problem = error instanceof ApiProblem ? error : new ApiProblem(0, String(error));
        if (problem.forgotten && this.key) this.#forget();
        else if (!problem.retryable || attempt + 1 >= ATTEMPTS) return this.#giveUp(outgoing, problem);
        if (problem.status === 0) this.#emit('connection', navigator.onLine ? 'reconnecting' : 'offline');
        if (attempt + 1 >= ATTEMPTS) return this.#giveUp(outgoing, problem);
        if (navigator.onLine) await pause(backoffMs(attempt, problem.retryAfterS));
      }
    }
  }

  /** @param {Outgoing} outgoing @param {ApiProblem} problem */
  #giveUp(outgoing, problem) {
    outgoing.message.problem = problem.retryable || problem.forgotten ? '' : problem.message || `${problem.status}`;
    this.#failed.set(outgoing.message.id, outgoing);
    this.#mark(outgoing.message, 'failed');
    outgoing.done(null);
  }

  /** @param {Outgoing} outgoing @returns {Promise<import('./types').Turn>} */
  async #attempt(outgoing) {
    const key = (this.key ??= await this.#open(outgoing.key));
    const reply = this.#replyTo(outgoing);
    /** @type {import('./types').Block[]} */
    let blocks = [];
    let text = '';
    if (!outgoing.quiet) this.#emit('typing', true);
    for await (const { event, data } of this.api.turn(key, outgoing.parts, outgoing.key, AbortSignal.timeout(TURN_TIMEOUT_MS))) {
      this.#mark(outgoing.message, 'sent');
      if (event === 'delta') this.#grow(reply, { text: (text += data.text) });
      if (event === 'block') this.#grow(reply, { blocks: (blocks = [...blocks, data]) });
      if (event === 'turn') return this.#finish(outgoing, reply, data);
    }
    throw new ApiProblem(0, 'the stream ended early');
  }

  /** @param {string} sendKey */
  async #open(sendKey) {
    const key = await this.api.start({ locale: this.locale, ...(this.storefront ? { storefront: this.storefront } : {}) }, `open-${sendKey}`);
    this.memory.write('conversation', key);
    return key;
  }

  /** The bubble that will hold the answer; a second attempt writes into the same one. @param {Outgoing} outgoing @returns {Message} */
  #replyTo(outgoing) {
    const known = this.messages.find((message) => message.replyTo === outgoing.key);
    return known ?? { id: `reply-${outgoing.key}`, role: 'assistant', text: '', blocks: [], replyTo: outgoing.key, state: 'streaming', quiet: outgoing.quiet };
  }

  /** @param {Message} reply @param {Partial<Message>} change */
  #grow(reply, change) {
    Object.assign(reply, change);
    if (reply.quiet) return;
    if (this.messages.includes(reply)) return this.#emit('updated', reply);
    this.messages.push(reply);
    this.#emit('typing', false);
    this.#emit('added', reply);
  }

  /** @param {Outgoing} outgoing @param {Message} reply @param {import('./types').Turn} turn */
  #finish(outgoing, reply, turn) {
    const blocks = turn.reply.blocks ?? [];
    this.#writeDown(outgoing, turn);
    if (outgoing.quiet && blocks.every((block) => block.type === 'cart' || block.type === 'checkout')) {
      this.#emit('patched', turn);
    } else {
      reply.quiet = false;
      this.#grow(reply, { id: turn.turn_id, text: turn.reply.text, blocks, language: turn.language, at: new Date().toISOString(), state: 'done' });
    }
    if (turn.checkout) this.#emit('checkout', turn.checkout);
    if (turn.handoff) this.#emit('handoff', turn.handoff);
    this.#emit('suggestions', turn.reply.quick_replies ?? []);
    if (blocks.some((block) => block.type === 'order')) void this.#askForCart();
    this.listen();
    return turn;
  }

  /** A placed order takes its goods out of the cart, and the turn's answer does not show the cart. */
  async #askForCart() {
    const stored = this.key ? await this.api.conversation(this.key).catch(() => null) : null;
    if (stored) this.#emit('cart', stored.cart ?? null);
  }

  /** What was made of voice notes stands under them, so that a wrong word is seen. @param {Outgoing} outgoing @param {import('./types').Turn} turn */
  #writeDown(outgoing, turn) {
    for (const { part, text } of turn.understanding?.heard ?? []) {
      const spoken = outgoing.parts[part];
      if (spoken?.type === 'audio') spoken.transcript = text;
    }
    if (turn.understanding?.heard?.length) this.#emit('updated', outgoing.message);
  }

  /** Hears what happens between turns, for as long as the page is looked at. */
  listen() {
    if (this.#listening || !this.key || document.visibilityState === 'hidden') return;
    const controller = (this.#listening = new AbortController());
    void this.#hearEvents(this.key, controller).finally(() => {
      if (this.#listening === controller) this.#listening = null;
    });
  }

  unlisten() {
    this.#listening?.abort();
    this.#listening = null;
  }

  /** @param {import('./api.js').Key} key @param {AbortController} controller */
  async #hearEvents(key, { signal }) {
    for (let attempt = 0; !signal.aborted; attempt += 1) {
      try {
        for await (const event of this.api.events(key, this.memory.read('last-event'), signal)) {
          attempt = 0;
          if (event.id) this.memory.write('last-event', event.id);
          this.#receive(event.event, JSON.parse(event.data));
        }
      } catch (problem) {
        if (problem instanceof ApiProblem && (problem.forgotten || UNSUPPORTED.has(problem.status))) return;
      }
      if (!signal.aborted) await pause(backoffMs(attempt), signal);
    }
  }

  /** @param {string} event @param {any} data */
  #receive(event, data) {
    if (event === 'message') this.#hear(data.message, false);
    if (event === 'checkout') this.#emit('checkout', data.checkout);
    if (event === 'standing') {
      this.#emit('cart', data.cart);
      this.#emit('suggestions', data.quick_replies);
    }
    if (event === 'handoff') this.#emit('handoff', data.handoff);
  }

  /** @param {Message} message @param {boolean} onlyUnasked history also holds the turns this page has shown already */
  #hear(message, onlyUnasked) {
    if (this.messages.some((known) => known.id === message.id)) return;
    if (onlyUnasked && (message.role === 'shopper' || this.#shownAsTurn(message))) return;
    const heard = { ...message, state: /** @type {const} */ ('done') };
    this.messages.push(heard);
    this.#emit('added', heard);
  }

  /** @param {Message} message */
  #shownAsTurn(message) {
    return this.messages.some((known) => known.role === message.role && known.text === message.text);
  }

  /** @param {Message} message @param {Message['state']} state */
  #mark(message, state) {
    if (message.state === state) return;
    message.state = state;
    this.#emit('updated', message);
  }

  /** Pictures and recordings are too big for localStorage: only words and taps wait over a reload. */
  #remember() {
    const again = [...this.#failed.values()].filter(({ message }) => !message.problem); // a clear no stays a no
    const waiting = [...again, ...this.#queue];
    const small = waiting.filter(({ parts }) => parts.every((part) => part.type === 'text' || part.type === 'action'));
    const rows = small.map(({ key, parts, quiet, message }) => ({ key, parts, quiet, label: message.label }));
    this.memory.write('outbox', rows.length ? rows : null);
  }

  #forget() {
    this.unlisten();
    this.key = null;
    this.memory.write('conversation', null);
    this.memory.write('last-event', null);
  }

  /** @param {string} type @param {unknown} detail */
  #emit(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
