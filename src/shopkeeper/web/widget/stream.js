/** Reading server-sent events from a fetch answer, because EventSource can send neither a body nor a token. */

/** @typedef {{ event: string, data: string, id: string | null }} StreamEvent */

/**
 * @param {ReadableStream<Uint8Array>} body
 * @returns {AsyncGenerator<StreamEvent>}
 */
export async function* readEvents(body) {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let pending = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      pending += done ? decoder.decode() : decoder.decode(value, { stream: true });
      // A lone trailing CR may be half of CRLF: keep it for the next chunk.
      const held = !done && pending.endsWith('\r') ? '\r' : '';
      const frames = pending.slice(0, pending.length - held.length).replace(/\r\n?/g, '\n').split('\n\n');
      pending = (frames.pop() ?? '') + held;
      for (const frame of frames) {
        const event = parseFrame(frame);
        if (event) yield event;
      }
      if (done) return;
    }
  } finally {
    reader.cancel().catch(() => {});
  }
}

/** @param {string} frame @returns {StreamEvent | null} */
function parseFrame(frame) {
  let event = 'message';
  /** @type {string | null} */
  let id = null;
  const data = [];
  for (const line of frame.split('\n')) {
    const colon = line.indexOf(':');
    if (colon === 0) continue;
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'event') event = value;
    if (field === 'data') data.push(value);
    if (field === 'id') id = value;
  }
  return data.length ? { event, data: data.join('\n'), id } : null;
}
