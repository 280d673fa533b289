/** Replies read aloud by the browser's own voice, for who asked for it; nothing is sent anywhere by us. */

const LONGEST = 600;

export class Speaker {
  /** @type {Set<string>} */
  #said = new Set();

  /** @param {import('./memory.js').Memory} memory remembers the choice on this device */
  constructor(memory) {
    this.memory = memory;
    this.on = memory.read('aloud') === true && canSpeak();
  }

  /** @returns {boolean} whether replies are read from now on */
  toggle() {
    this.on = !this.on && canSpeak();
    this.memory.write('aloud', this.on || null);
    if (!this.on) this.stop();
    return this.on;
  }

  /** @param {string} id each reply is read once @param {string} text @param {string | undefined} language */
  say(id, text, language) {
    if (!this.on || !text || this.#said.has(id)) return;
    this.#said.add(id);
    const words = new SpeechSynthesisUtterance(text.slice(0, LONGEST));
    if (language) words.lang = language;
    const voice = speechSynthesis.getVoices().find(({ lang }) => language && lang.toLowerCase().startsWith(language.toLowerCase().slice(0, 2)));
    if (voice) words.voice = voice;
    speechSynthesis.speak(words);
  }

  stop() {
    if (canSpeak()) speechSynthesis.cancel();
  }
}

export function canSpeak() {
  return 'speechSynthesis' in window && 'SpeechSynthesisUtterance' in window;
}
