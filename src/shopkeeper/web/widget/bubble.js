/** What the shopper said or tapped, and whether it has arrived. */

import { actButton } from './blocks/parts.js';
import { h, icon, richText } from './dom.js';
import { localUrl } from './media.js';
import { player } from './player.js';

/** @typedef {import('./types').Message} Message */
/** @typedef {{ language: import('./types').Language, api: import('./api.js').Api, conversation: import('./conversation.js').Conversation }} Tools */

/**
 * @param {Message} message
 * @param {HTMLElement} row
 * @param {Tools} tools
 */
export function bubble(message, row, tools) {
  row.classList.toggle('pending', message.state === 'sending' || message.state === 'queued');
  row.classList.toggle('failed', message.state === 'failed');
  if (!row.querySelector('.said')) row.append(...said(message, tools));
  writeDown(message, row, tools);
  row.hidden = !row.querySelector('.said');
  row.querySelector('.delivery')?.remove();
  const line = delivery(message, row, tools);
  if (line) row.append(line);
}

/** @param {Message} message @param {Tools} tools */
function said(message, tools) {
  const media = (message.parts ?? []).flatMap((part) => (part.type === 'image' || part.type === 'audio' ? [mediaView(part, tools)] : []));
  const tapped = message.label ?? tapLabel(message, tools.language);
  const words = message.text ? h('div', { class: 'said words', dir: 'auto' }, richText(message.text)) : null;
  const tap = !message.text && tapped ? h('div', { class: 'said tap', dir: 'auto' }, tapped) : null;
  return [media.length ? h('div', { class: 'said media' }, ...media) : null, words ?? tap].filter((node) => node !== null);
}

/** The words of voice notes, once they are known. @param {Message} message @param {HTMLElement} row @param {Tools} tools */
function writeDown(message, row, { language }) {
  const words = (message.parts ?? []).flatMap((part) => (part.type === 'audio' && part.transcript ? [part.transcript] : [])).join(' ');
  if (!words || row.querySelector('.heard')) return;
  row.querySelector('.said.media')?.after(h('p', { class: 'heard', dir: 'auto' }, language.t('voice.heard', { text: words })));
}

/** Old taps have no words of their own; the act's name stands in. @param {Message} message @param {import('./types').Language} language */
function tapLabel(message, { t }) {
  const tap = message.parts?.find((part) => part.type === 'action');
  if (tap?.type !== 'action') return '';
  const words = t(`act.${tap.action}`);
  return words.startsWith('act.') ? '' : words;
}

/** @param {import('./types').MediaPart} part @param {Tools} tools */
function mediaView(part, { api, language }) {
  const url = api.url(part.url) ?? localUrl(part);
  if (part.type === 'audio') return url ? player(url, language) : h('span', { class: 'gone-media' }, icon('mic'), language.t('media.voice'));
  const gone = h('span', { class: 'gone-media' }, icon('image'), language.t('media.picture'));
  if (!url) return gone;
  const shown = h('img', { src: url, alt: language.t('media.picture'), on: { error: () => shown.replaceWith(gone) } });
  return shown;
}

/** @param {Message} message @param {HTMLElement} row @param {Tools} tools */
function delivery(message, row, { language: { t }, conversation }) {
  if (message.state === 'queued') return h('p', { class: 'delivery' }, icon('clock'), t('delivery.queued'));
  if (message.state !== 'failed') return null;
  const retry = actButton({ label: t('delivery.retry'), look: 'quiet', iconName: 'refresh-cw' }, () => conversation.retry(message.id));
  const drop = actButton({ label: t('delivery.discard'), look: 'quiet', iconName: 'trash' }, () => {
    conversation.discard(message.id);
    row.remove();
  });
  return h('div', { class: 'delivery', role: 'alert' }, h('p', null, icon('circle-alert'), message.problem || t('delivery.failed')), h('div', { class: 'button-row' }, retry, drop));
}
