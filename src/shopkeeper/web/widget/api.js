/** The HTTP door of the server as the widget sees it; knows addresses and errors, nothing of the screen. */

import { readEvents } from './stream.js';

/** @typedef {import('./types').Part} Part */
/** @typedef {{ id: string, token: string }} Key */

/** An answer that says no: `retryable` tells whether the same request may work later. */
export class ApiProblem extends Error {
  /** @param {number} status @param {string} message @param {number | null} retryAfterS */
  constructor(status, message, retryAfterS = null) {
    super(message);
    this.status = status;
    this.retryAfterS = retryAfterS;
    this.retryable = status === 0 || status === 408 || status === 409 || status === 425 || status === 429 || status >= 500;
    this.forgotten = status === 401 || status === 403 || status === 404 || status === 410;
  }
}

export class Api {
  /** @param {string} server base address without trailing slash; empty for the page's own */
  constructor(server) {
    this.server = server.replace(/\/+$/, '');
  }

  /** @param {string | null | undefined} path @returns {string | null} only http(s) addresses pass */
  url(path) {
    if (!path) return null;
    try {
      const url = new URL(path, this.server ? `${this.server}/` : document.baseURI);
      return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
    } catch {
      return null;
    }
  }

  /** @returns {Promise<import('./types').Capabilities>} */
  capabilities() {
    return this.#json('/v1/capabilities', {});
  }

  /** @param {{ locale: string, storefront?: string }} body @param {string} idempotencyKey @returns {Promise<Key>} */
  async start(body, idempotencyKey) {
    const answer = await this.#json('/v1/conversations', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': idempotencyKey },
      body: JSON.stringify(body),
    });
    return { id: answer.conversation_id, token: answer.token };
  }

  /** @param {Key} key @returns {Promise<import('./types').StoredConversation>} */
  conversation(key) {
    return this.#json(`/v1/conversations/${encodeURIComponent(key.id)}`, { headers: bearer(key) });
  }

  /** A reply as the server's voice says it. @param {Key} key @param {string} turnId @returns {Promise<Blob>} */
  async speech(key, turnId) {
    const path = `/v1/conversations/${encodeURIComponent(key.id)}/turns/${encodeURIComponent(turnId)}/speech`;
    return (await this.#fetch(path, { headers: bearer(key) })).blob();
  }

  /**
   * Sends one turn and hands over its events as they come; a server that does not stream yields the one event `turn`.
   * @param {Key} key
   * @param {Part[]} parts
   * @param {string} idempotencyKey
   * @param {AbortSignal} signal
   * @returns {AsyncGenerator<{ event: string, data: any }>}
   */
  async *turn(key, parts, idempotencyKey, signal) {
    const answer = await this.#fetch(`/v1/conversations/${encodeURIComponent(key.id)}/turns`, {
      method: 'POST',
      signal,
      headers: { ...bearer(key), 'Content-Type': 'application/json', Accept: 'text/event-stream, application/json;q=0.9', 'Idempotency-Key': idempotencyKey },
      body: JSON.stringify({ parts }),
    });
    if (!answer.headers.get('Content-Type')?.includes('text/event-stream') || !answer.body) {
      yield { event: 'turn', data: await answer.json() };
      return;
    }
    for await (const { event, data } of readEvents(answer.body)) {
      const value = JSON.parse(data);
      if (event === 'problem') throw new ApiProblem(value.status ?? 500, value.detail ?? value.title ?? '');
      yield { event, data: value };
    }
  }

  /**
   * @param {Key} key
   * @param {string | null} lastEventId
   * @param {AbortSignal} signal
   * @returns {AsyncGenerator<import('./stream.js').StreamEvent>}
   */
  async *events(key, lastEventId, signal) {
    const headers = { ...bearer(key), Accept: 'text/event-stream', ...(lastEventId ? { 'Last-Event-ID': lastEventId } : {}) };
    const answer = await this.#fetch(`/v1/conversations/${encodeURIComponent(key.id)}/events`, { headers, signal, cache: 'no-store' });
    if (answer.body) yield* readEvents(answer.body);
  }

  /** @param {string} path @param {RequestInit} init */
  async #json(path, init) {
    return (await this.#fetch(path, init)).json();
  }

  /** @param {string} path @param {RequestInit} init @returns {Promise<Response>} */
  async #fetch(path, init) {
    const answer = await fetch(this.server + path, { credentials: 'omit', ...init }).catch((error) => {
      if (error instanceof DOMException && error.name === 'AbortError') throw error;
      throw new ApiProblem(0, String(error));
    });
    if (answer.ok) return answer;
    /** @type {import('./types').Problem} */
    const problem = await answer.json().catch(() => ({}));
    const wait = Number(answer.headers.get('Retry-After'));
    throw new ApiProblem(answer.status, problem.detail ?? problem.title ?? '', Number.isFinite(wait) && wait > 0 ? wait : null);
  }
}

/** @param {Key} key */
function bearer(key) {
  return { Authorization: `Bearer ${key.token}` };
}
