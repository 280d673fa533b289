/** A voice note that can be heard again: one button, a bar, its length. */

import { h, icon } from './dom.js';

/**
 * @param {string} url
 * @param {import('./types').Language} language
 */
export function player(url, { t }) {
  const audio = h('audio', { src: url, preload: 'metadata' });
  const bar = h('span', { class: 'player-bar' }, h('span', { class: 'player-done' }));
  const clock = h('span', { class: 'player-time' }, '0:00');
  const button = h('button', { type: 'button', class: 'icon-button', 'aria-label': t('voice.play') }, icon('play'));
  const done = /** @type {HTMLElement} */ (bar.firstElementChild);
  const draw = () => {
    button.replaceChildren(icon(audio.paused ? 'play' : 'pause'));
    button.setAttribute('aria-label', t(audio.paused ? 'voice.play' : 'voice.pause'));
    const length = Number.isFinite(audio.duration) ? audio.duration : 0;
    done.style.transform = `scaleX(${length ? audio.currentTime / length : 0})`;
    clock.textContent = clockText(audio.paused && !audio.currentTime && length ? length : audio.currentTime);
  };
  button.addEventListener('click', () => (audio.paused ? void audio.play().catch(() => {}) : audio.pause()));
  for (const type of ['play', 'pause', 'timeupdate', 'loadedmetadata', 'durationchange', 'ended']) audio.addEventListener(type, draw);
  return h('span', { class: 'player' }, button, bar, clock, audio);
}

/** @param {number} seconds */
export function clockText(seconds) {
  const whole = Math.floor(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
