/** A shop's accent color, with ink that stays readable on it. */

/**
 * @param {HTMLElement} element where the custom properties are set
 * @param {string | null | undefined} color any CSS color; others are ignored
 */
export function applyAccent(element, color) {
  if (!color || !CSS.supports('color', color)) return;
  element.style.setProperty('--shop-accent', color);
  element.style.setProperty('--shop-on-accent', luminance(color) > 0.36 ? '#101418' : '#ffffff');
}

/** WCAG relative luminance. @param {string} color */
function luminance(color) {
  const pen = document.createElement('canvas').getContext('2d');
  if (!pen) return 0;
  pen.fillStyle = color;
  pen.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = Array.from(pen.getImageData(0, 0, 1, 1).data, linear);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** @param {number} channel 0 to 255 */
function linear(channel) {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}
