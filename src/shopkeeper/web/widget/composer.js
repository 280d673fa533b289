/** Where the shopper writes, shows a picture or speaks: one form, everything in it leaves together. */

import { audioPart, imagePart } from './media.js';
import { canRecord } from './recorder.js';
import { player } from './player.js';
import { h, icon } from './dom.js';
import { recordingBar } from './recording.js';

/** @typedef {import('./types').Part} Part */
/** @typedef {import('./types').MediaPart} MediaPart */
/** @typedef {{ part: Promise<MediaPart>, chip: HTMLElement, url: string, kind: 'image' | 'audio' }} Attachment */

const MOST_PICTURES = 4;
const TALLEST_PX = 160;

export class Composer {
  /** @type {Attachment[]} */
  #attachments = [];
  #recording = false;

  /**
   * @param {{ language: import('./types').Language, submit: (parts: Part[]) => void, say: (text: string) => void, hush?: () => void, dictation?: () => boolean }} options
   *   say: tell what went wrong; hush: be quiet while the shopper speaks; dictation: whether the page allows a live preview of words
   */
  constructor({ language, submit, say, hush = () => {}, dictation = () => false }) {
    this.hush = hush;
    this.dictation = dictation;
    this.language = language;
    this.submit = submit;
    this.say = say;
    const { t } = language;
    this.text = h('textarea', { rows: '1', dir: 'auto', 'aria-label': t('composer.label'), placeholder: t('composer.placeholder'), maxlength: '4000', enterkeyhint: 'send' });
    this.tray = h('div', { class: 'tray', hidden: true });
    this.files = h('input', { type: 'file', accept: 'image/*', multiple: true, hidden: true, tabindex: '-1', 'aria-label': t('composer.attach') });
    this.lens = h('input', { type: 'file', accept: 'image/*', capture: 'environment', hidden: true, tabindex: '-1', 'aria-label': t('composer.camera') });
    this.attach = tool('paperclip', t('composer.attach'), () => this.files.click());
    this.camera = tool('camera', t('composer.camera'), () => this.lens.click());
    this.camera.classList.add('camera');
    this.microphone = tool('mic', t('composer.microphone'), () => this.#record());
    this.send = h('button', { type: 'submit', class: 'send', 'aria-label': t('composer.send') }, icon('arrow-up'));
    this.tools = h('div', { class: 'tools' }, this.attach, this.camera, this.microphone, h('span', { class: 'spring' }), this.send);
    this.element = h('form', { class: 'composer' }, this.tray, this.text, this.files, this.lens, this.tools);
    this.allow({});
    this.#listen();
    this.#draw();
  }

  /** @param {import('./types').Capabilities} capabilities */
  allow({ images = false, audio = false }) {
    const { t } = this.language;
    this.images = images;
    const voice = audio && canRecord();
    setTool(this.attach, images, t('composer.attach'), t('composer.noImages'));
    setTool(this.camera, images, t('composer.camera'), t('composer.noImages'));
    setTool(this.microphone, voice, t('composer.microphone'), t(audio ? 'composer.noMicrophone' : 'composer.noAudio'));
  }

  focus() {
    this.text.focus();
  }

  /** @param {string} text */
  write(text) {
    this.text.value = text;
    this.#draw();
    this.text.setSelectionRange(text.length, text.length);
  }

  /** @param {Iterable<File>} files */
  add(files) {
    const { t } = this.language;
    if (!this.images) return this.say(t('composer.noImages'));
    for (const file of files) {
      if (this.#attachments.filter(({ kind }) => kind === 'image').length >= MOST_PICTURES) return this.say(t('composer.tooMany', { count: MOST_PICTURES }));
      this.#addPicture(file);
    }
  }

  #listen() {
    this.text.addEventListener('input', () => this.#draw());
    this.text.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      this.element.requestSubmit();
    });
    this.text.addEventListener('paste', (event) => {
      const pictures = [...(event.clipboardData?.files ?? [])].filter((file) => file.type.startsWith('image/'));
      if (!pictures.length) return;
      event.preventDefault();
      this.add(pictures);
    });
    for (const input of [this.files, this.lens])
      input.addEventListener('change', () => {
        this.add(input.files ?? []);
        input.value = '';
      });
    this.element.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#submit();
    });
  }

  /** @param {File} file */
  #addPicture(file) {
    const { t } = this.language;
    const part = imagePart(file);
    const url = URL.createObjectURL(file);
    // What this browser cannot draw (HEIC, mostly) may still be read by the shop: it goes by its name.
    const unseen = () => preview.replaceWith(h('span', { class: 'unseen' }, icon('image'), h('span', { dir: 'auto' }, file.name)));
    const preview = h('img', { src: url, alt: t('composer.pictureOf', { name: file.name }), on: { error: unseen } });
    const chip = h('figure', { class: 'attachment', 'aria-busy': 'true' }, preview, h('span', { class: 'progress' }));
    const attachment = this.#attached({ part, chip, url, kind: 'image' }, t('composer.removePicture'));
    part.then(
      () => chip.removeAttribute('aria-busy'),
      (error) => {
        this.#remove(attachment);
        this.say(t(error.message === 'too-big' ? 'composer.tooBig' : 'composer.notPicture'));
      },
    );
  }

  /** @param {Blob} recording */
  #addRecording(recording) {
    const { t } = this.language;
    const url = URL.createObjectURL(recording);
    const chip = h('figure', { class: 'attachment voice' }, player(url, this.language));
    const again = h('button', { type: 'button', class: 'icon-button', 'aria-label': t('voice.again'), title: t('voice.again') }, icon('rotate-ccw'));
    chip.append(again);
    const attachment = this.#attached({ part: audioPart(recording), chip, url, kind: 'audio' }, t('voice.remove'));
    again.addEventListener('click', () => {
      this.#remove(attachment);
      this.#record();
    });
    chip.querySelector('button')?.focus();
  }

  /** @param {Attachment} attachment @param {string} removeLabel */
  #attached(attachment, removeLabel) {
    const remove = h('button', { type: 'button', class: 'remove', 'aria-label': removeLabel, title: removeLabel }, icon('x'));
    remove.addEventListener('click', () => {
      this.#remove(attachment);
      this.focus();
    });
    attachment.chip.append(remove);
    this.#attachments.push(attachment);
    this.tray.append(attachment.chip);
    this.#draw();
    return attachment;
  }

  /** @param {Attachment} attachment */
  #remove(attachment) {
    this.#attachments = this.#attachments.filter((other) => other !== attachment);
    attachment.chip.remove();
    URL.revokeObjectURL(attachment.url);
    this.#draw();
  }

  #record() {
    if (this.#recording) return;
    this.#recording = true;
    this.hush();
    const old = this.#attachments.find(({ kind }) => kind === 'audio');
    if (old) this.#remove(old);
    const bar = recordingBar(this.language, (recording, failure) => {
      this.#recording = false;
      bar.remove();
      this.tools.hidden = false;
      if (failure) this.say(failure);
      if (recording) this.#addRecording(recording);
      else this.microphone.focus();
    }, { dictation: this.dictation() });
    this.tools.hidden = true;
    this.element.append(bar);
    bar.querySelector('button')?.focus();
  }

  async #submit() {
    const text = this.text.value.trim();
    const attachments = this.#attachments;
    if ((!text && !attachments.length) || this.#recording) return;
    this.element.setAttribute('aria-busy', 'true');
    /** @type {MediaPart[]} */
    const media = [];
    for (const result of await Promise.allSettled(attachments.map(({ part }) => part))) if (result.status === 'fulfilled') media.push(result.value);
    this.element.removeAttribute('aria-busy');
    for (const attachment of attachments) this.#remove(attachment);
    if (this.text.value.trim() === text) this.write('');
    this.submit([...media, ...(text ? [{ type: /** @type {const} */ ('text'), text }] : [])]);
  }

  #draw() {
    this.tray.hidden = this.#attachments.length === 0;
    this.send.disabled = !this.text.value.trim() && this.#attachments.length === 0;
    this.text.style.blockSize = 'auto';
    const wanted = this.text.scrollHeight; // 0 while the panel is closed
    if (wanted) this.text.style.blockSize = `${Math.min(wanted, TALLEST_PX)}px`;
  }
}

/** @param {string} name @param {string} label @param {() => void} press */
function tool(name, label, press) {
  return h('button', { type: 'button', class: 'icon-button', 'aria-label': label, on: { click: press } }, icon(name));
}

/** A tool the shop cannot take stays visible and says why. @param {HTMLButtonElement} button @param {boolean} allowed @param {string} label @param {string} reason */
function setTool(button, allowed, label, reason) {
  button.disabled = !allowed;
  button.title = allowed ? label : reason;
  button.setAttribute('aria-label', allowed ? label : `${label}. ${reason}`);
}

