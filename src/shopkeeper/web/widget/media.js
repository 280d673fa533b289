/** Pictures and recordings on their way to the server: made small, stripped of metadata, turned into parts. */

const LONGEST_EDGE_PX = 1600;
const LARGEST_FILE_BYTES = 20 * 1024 * 1024;
const LARGEST_RAW_BYTES = 6 * 1024 * 1024;
const JPEG_QUALITY = 0.86;

/** @typedef {import('./types').MediaPart} MediaPart */

/**
 * Redrawing drops EXIF (place, device, time) before anything leaves the shopper's device.
 * @param {File} file
 * @returns {Promise<MediaPart>} rejects with `too-big` or `not-a-picture`
 */
export async function imagePart(file) {
  if (file.size > LARGEST_FILE_BYTES) throw new Error('too-big');
  const bitmap = await createImageBitmap(file).catch(() => null);
  if (!bitmap) {
    // HEIC and the like: the server can read what this browser cannot.
    if (!file.type.startsWith('image/')) throw new Error('not-a-picture');
    if (file.size > LARGEST_RAW_BYTES) throw new Error('too-big');
    return { type: 'image', media_type: file.type, data: await base64(file) };
  }
  const scale = Math.min(1, LONGEST_EDGE_PX / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('not-a-picture');
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  const jpeg = await new Promise((/** @type {(blob: Blob | null) => void} */ done) => canvas.toBlob(done, 'image/jpeg', JPEG_QUALITY));
  if (!jpeg) throw new Error('not-a-picture');
  return { type: 'image', media_type: 'image/jpeg', data: await base64(jpeg) };
}

/** @param {Blob} recording @returns {Promise<MediaPart>} */
export async function audioPart(recording) {
  return { type: 'audio', media_type: recording.type.split(';')[0] || 'audio/webm', data: await base64(recording) };
}

/** @param {Blob} blob @returns {Promise<string>} */
function base64(blob) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(new Error('not-a-picture'));
    reader.readAsDataURL(blob);
  });
}

/** @param {MediaPart} part @returns {string | null} an address for <img> and <audio> of what this page sent itself */
export function localUrl(part) {
  if (!part.data) return null;
  const bytes = Uint8Array.from(atob(part.data), (letter) => letter.charCodeAt(0));
  return URL.createObjectURL(new Blob([bytes], { type: part.media_type }));
}
