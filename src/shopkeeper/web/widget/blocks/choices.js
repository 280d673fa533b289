/** One question, a few answers; once answered, the others rest. */

import { h, icon, picture } from '../dom.js';

/**
 * @param {Extract<import('../types').Block, { type: 'choices' }>} block
 * @param {import('../types').BlockContext} context
 */
export function choiceList({ question, style = 'chips', choices }, context) {
  const group = h('div', { class: style === 'list' ? 'choices list' : 'choices chips', role: 'group', 'aria-label': question ?? undefined });
  for (const choice of choices) group.append(choiceButton(choice, style, group, context));
  return h('div', { class: 'block' }, question ? h('p', { class: 'question', dir: 'auto' }, question) : null, group);
}

const CROP_PX = 112;

/**
 * The part of the shopper's own photo a choice is about; the photo is taken from this page, it is never fetched.
 * @param {import('../types').Choice} choice
 * @param {import('../types').BlockContext} context
 */
function cropOf({ crop }, context) {
  const url = crop ? context.photo(crop.part) : null;
  if (!crop || !url) return null;
  const [left, top, right, bottom] = crop.box;
  const canvas = /** @type {HTMLCanvasElement} */ (h('canvas', { width: CROP_PX, height: CROP_PX, 'aria-hidden': 'true' }));
  const image = new Image();
  image.onload = () => {
    const wide = (right - left) * image.naturalWidth;
    const high = (bottom - top) * image.naturalHeight;
    const side = Math.max(wide, high);
    const x = left * image.naturalWidth + (wide - side) / 2;
    const y = top * image.naturalHeight + (high - side) / 2;
    canvas.getContext('2d')?.drawImage(image, x, y, side, side, 0, 0, CROP_PX, CROP_PX);
    URL.revokeObjectURL(url);
  };
  image.src = url;
  return h('span', { class: 'picture' }, canvas);
}

/**
 * @param {import('../types').Choice} choice
 * @param {string} style
 * @param {HTMLElement} group
 * @param {import('../types').BlockContext} context
 */
function choiceButton(choice, style, group, context) {
  const button = h(
    'button',
    { type: 'button', class: style === 'list' ? 'choice' : 'chip', disabled: choice.disabled, 'aria-pressed': 'false' },
    cropOf(choice, context) ?? (choice.image_url ? picture(context.url(choice.image_url), '') : null),
    h(
      'span',
      { class: 'choice-words' },
      h('span', { class: 'choice-label', dir: 'auto' }, choice.label),
      choice.detail ? h('span', { class: 'detail', dir: 'auto' }, choice.detail) : null,
    ),
    style === 'list' ? icon('chevron-right') : null,
  );
  button.addEventListener('click', () => {
    if (group.classList.contains('answered')) return;
    group.classList.add('answered');
    button.setAttribute('aria-pressed', 'true');
    for (const other of group.querySelectorAll('button')) if (other !== button) other.disabled = true;
    void context.act(choice.send ?? { type: 'action', action: 'choose', value: choice.value }, { label: choice.label });
  });
  return button;
}
