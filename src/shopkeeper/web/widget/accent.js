/** A shop's accent color, with ink that stays readable on it. */

/** Above this luminance dark ink reads better than white. */
const PALE = 0.3;
const CONTRAST = 4.6; // WCAG AA wants 4.5

/**
 * @param {HTMLElement} element where the custom properties are set
 * @param {string | null | undefined} color any CSS color; others are ignored
 */
export function applyAccent(element, color) {
  if (!color || !CSS.supports('color', color)) return;
  const channels = pixel(color);
  if (!channels) return;
  const pale = luminance(channels) > PALE;
  const shown = pale ? channels : darkened(channels);
  element.style.setProperty('--shop-accent', `rgb(${shown.map(Math.round).join(' ')})`);
  element.style.setProperty('--shop-on-accent', pale ? '#101418' : '#ffffff');
}

/** As little darker as white text on it needs. @param {number[]} channels @returns {number[]} */
function darkened(channels) {
  return 1.05 / (luminance(channels) + 0.05) >= CONTRAST ? channels : darkened(channels.map((channel) => channel * 0.98));
}

/** @param {string} color @returns {number[] | null} red, green and blue, 0 to 255 */
function pixel(color) {
  const pen = document.createElement('canvas').getContext('2d');
  if (!pen) return null;
  pen.fillStyle = color;
  pen.fillRect(0, 0, 1, 1);
  return Array.from(pen.getImageData(0, 0, 1, 1).data).slice(0, 3);
}

/** WCAG relative luminance. @param {number[]} channels */
function luminance(channels) {
  const [red = 0, green = 0, blue = 0] = channels.map(linear);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** @param {number} channel 0 to 255 */
function linear(channel) {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}
