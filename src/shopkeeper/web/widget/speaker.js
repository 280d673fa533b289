/** Replies read aloud for who asked for it: by the browser's own voice, else by the server's where it has one. */

const LONGEST = 600;

export class Speaker {
  /** @type {Set<string>} */
  #said = new Set();
  /** @type {HTMLAudioElement | null} */
  #playing = null;
  /** Whether the server can speak. */
  served = false;

  /**
   * @param {import('./memory.js').Memory} memory remembers the choice on this device
   * @param {(id: string) => Promise<Blob>} fetchSpeech a reply as the server says it
   */
  constructor(memory, fetchSpeech) {
    this.memory = memory;
    this.fetchSpeech = fetchSpeech;
    this.on = memory.read('aloud') === true;
  }

  get able() {
    return canSpeak() || this.served;
  }

  /** @returns {boolean} whether replies are read from now on */
  toggle() {
    this.on = !this.on && this.able;
    this.memory.write('aloud', this.on || null);
    if (!this.on) this.stop();
    return this.on;
  }

  /** @param {string} id each reply is read once @param {string} text @param {string | undefined} language */
  say(id, text, language) {
    if (!this.on || !text || this.#said.has(id)) return;
    this.#said.add(id);
    if (this.served && !hasVoiceFor(language)) void this.#play(id);
    else if (canSpeak()) this.#speak(text, language);
  }

  /** @param {string} text @param {string | undefined} language */
  #speak(text, language) {
    const words = new SpeechSynthesisUtterance(text.slice(0, LONGEST));
    if (language) words.lang = language;
    const voice = voiceFor(language);
    if (voice) words.voice = voice;
    speechSynthesis.speak(words);
  }

  /** @param {string} id */
  async #play(id) {
    try {
      const address = URL.createObjectURL(await this.fetchSpeech(id));
      this.stop();
      const audio = new Audio(address);
      this.#playing = audio;
      audio.addEventListener('ended', () => URL.revokeObjectURL(address));
      await audio.play();
    } catch {
      // The words are there to be read; a voice that fails is not worth a message.
    }
  }

  stop() {
    if (canSpeak()) speechSynthesis.cancel();
    this.#playing?.pause();
    this.#playing = null;
  }
}

export function canSpeak() {
  return 'speechSynthesis' in window && 'SpeechSynthesisUtterance' in window;
}

/** @param {string | undefined} language @returns {SpeechSynthesisVoice | undefined} */
function voiceFor(language) {
  return speechSynthesis.getVoices().find(({ lang }) => language && lang.toLowerCase().startsWith(language.toLowerCase().slice(0, 2)));
}

/** A browser without any voice, or with none for this language, would read nothing, or read it wrongly. @param {string | undefined} language */
function hasVoiceFor(language) {
  return canSpeak() && voiceFor(language) !== undefined;
}
