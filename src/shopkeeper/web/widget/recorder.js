/** A voice note being recorded: microphone, level and length; nothing leaves the device before the shopper sends it. */

export const LONGEST_RECORDING_MS = 60_000;
const TICK_MS = 80;
const SHORTEST_MS = 400; // less is a slip of the finger, and some browsers record nothing at all
const FORMATS = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus'];

export function canRecord() {
  return typeof MediaRecorder !== 'undefined' && Boolean(navigator.mediaDevices?.getUserMedia);
}

export class Recorder {
  /** @type {Blob[]} */
  #pieces = [];
  #startedMs = 0;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #ticking;
  /** @type {AudioContext | null} */
  #audio = null;
  /** @type {MediaRecorder | null} */
  #machine = null;

  /**
   * @param {{ level: (level: number, elapsedMs: number) => void, full: () => void }} hear level is 0 to 1; full: the longest length is reached
   * @throws DOMException when the shopper or the browser says no
   */
  async start(hear) {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: { echoCancellation: true, noiseSuppression: true } });
    const mimeType = FORMATS.find((format) => MediaRecorder.isTypeSupported(format));
    this.#machine = new MediaRecorder(stream, mimeType ? { mimeType, audioBitsPerSecond: 32_000 } : {});
    this.#machine.ondataavailable = (event) => this.#pieces.push(event.data);
    this.#audio = new AudioContext();
    const analyser = this.#audio.createAnalyser();
    analyser.fftSize = 512;
    this.#audio.createMediaStreamSource(stream).connect(analyser);
    const wave = new Float32Array(analyser.fftSize);
    this.#startedMs = performance.now();
    this.#machine.start();
    this.#ticking = setInterval(() => {
      analyser.getFloatTimeDomainData(wave);
      const elapsed = performance.now() - this.#startedMs;
      hear.level(loudness(wave), elapsed);
      if (elapsed >= LONGEST_RECORDING_MS) hear.full();
    }, TICK_MS);
  }

  /** @returns {Promise<Blob | null>} null when nothing was recorded */
  async stop() {
    if (performance.now() - this.#startedMs < SHORTEST_MS) await new Promise((done) => setTimeout(done, SHORTEST_MS));
    const machine = this.#machine;
    if (!machine) return null;
    const stopped = new Promise((resolve) => (machine.onstop = resolve));
    if (machine.state !== 'inactive') machine.stop();
    else return null;
    await stopped;
    this.#release();
    const blob = new Blob(this.#pieces, { type: machine.mimeType });
    return blob.size ? blob : null;
  }

  cancel() {
    if (this.#machine?.state === 'recording') this.#machine.stop();
    this.#release();
  }

  #release() {
    clearInterval(this.#ticking);
    for (const track of this.#machine?.stream.getTracks() ?? []) track.stop();
    void this.#audio?.close().catch(() => {});
    this.#audio = null;
    this.#machine = null;
  }
}

/** Root mean square, stretched so that normal speech fills the meter. @param {Float32Array} wave */
function loudness(wave) {
  const power = wave.reduce((sum, sample) => sum + sample * sample, 0) / wave.length;
  return Math.min(1, Math.sqrt(power) * 5);
}
