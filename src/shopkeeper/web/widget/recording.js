/** The bar that stands in for the tools while the microphone is open: cancel, level, time, done. */

import { dictate } from './dictation.js';
import { clockText } from './player.js';
import { h, icon } from './dom.js';
import { LONGEST_RECORDING_MS, Recorder } from './recorder.js';

const BARS = 28;

/**
 * @param {import('./types').Language} language
 * @param {(recording: Blob | null, failure?: string) => void} finish called once
 * @param {{ dictation?: boolean }} [options] dictation: show the browser's own guess while speaking
 */
export function recordingBar(language, finish, { dictation = false } = {}) {
  const { t } = language;
  const recorder = new Recorder();
  const bars = Array.from({ length: BARS }, () => h('span', null));
  const meter = h('span', { class: 'meter', 'aria-hidden': 'true' }, ...bars);
  const clock = h('span', { class: 'player-time', role: 'timer', 'aria-label': t('voice.recording') }, '0:00');
  const cancel = h('button', { type: 'button', class: 'icon-button', 'aria-label': t('voice.cancel'), title: t('voice.cancel') }, icon('trash'));
  const done = h('button', { type: 'button', class: 'send stop', 'aria-label': t('voice.stop'), title: t('voice.stop') }, icon('square'));
  const bar = h('div', { class: 'recording', role: 'group', 'aria-label': t('voice.recording') }, cancel, h('span', { class: 'live-dot' }), meter, clock, done);
  const partial = h('p', { class: 'partial', dir: 'auto', 'aria-hidden': 'true', hidden: true });
  const endDictation = dictation
    ? dictate(language.locale, (text) => {
        partial.textContent = text;
        partial.hidden = !text;
      })
    : () => {};
  bar.append(partial);
  let over = false;

  const end = (/** @type {Blob | null} */ recording, /** @type {string} */ failure = '') => {
    if (over) return;
    over = true;
    endDictation();
    finish(recording, failure || undefined);
  };
  const stop = async () => end(await recorder.stop());
  const level = (/** @type {number} */ value, /** @type {number} */ elapsedMs) => {
    const first = bars.shift();
    if (first) {
      first.style.transform = `scaleY(${Math.max(0.08, value)})`;
      meter.append(first);
      bars.push(first);
    }
    clock.textContent = clockText(Math.min(elapsedMs, LONGEST_RECORDING_MS) / 1000);
  };
  cancel.addEventListener('click', () => {
    recorder.cancel();
    end(null);
  });
  done.addEventListener('click', () => void stop());
  bar.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    cancel.click();
  });
  recorder.start({ level, full: () => void stop() }).catch((error) => {
    recorder.cancel();
    end(null, t(failureKey(error)));
  });
  return bar;
}

/** Why there is no recording, as a key of the strings. @param {unknown} error */
function failureKey(error) {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotFoundError' || name === 'DevicesNotFoundError' || name === 'OverconstrainedError') return 'voice.noMicrophone';
  return name === 'NotAllowedError' || name === 'SecurityError' ? 'voice.refused' : 'voice.failed';
}
