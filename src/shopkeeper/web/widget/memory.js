/** What survives a reload; a browser that refuses storage only costs the history. */

export class Memory {
  /** @param {string} name one per server and storefront */
  constructor(name) {
    this.name = `shopkeeper:${name}`;
  }

  /** @param {string} field @returns {any} */
  read(field) {
    try {
      return JSON.parse(localStorage.getItem(`${this.name}:${field}`) ?? 'null');
    } catch {
      return null;
    }
  }

  /** @param {string} field @param {unknown} value `null` forgets */
  write(field, value) {
    try {
      if (value === null) localStorage.removeItem(`${this.name}:${field}`);
      else localStorage.setItem(`${this.name}:${field}`, JSON.stringify(value));
    } catch {
      // full or forbidden: the conversation goes on, unremembered
    }
  }
}

/** A random key that also works on plain-http shops, where crypto.randomUUID is missing. */
export function randomKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
