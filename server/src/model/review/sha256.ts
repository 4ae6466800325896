/** SHA-256 (FIPS 180-4) of a text as UTF-8. Here because the core has neither Node's crypto nor the browser's. */

/** The first 32 bits of the fractional parts of the cube roots of the first 64 primes. */
const roundConstants = fractionsOfRoots(64, Math.cbrt);
/** The same of the square roots of the first 8 primes. */
const initialState = fractionsOfRoots(8, Math.sqrt);
const BLOCK_BYTES = 64;

/** @returns 64 lower-case hexadecimal digits */
export function sha256(text: string): string {
  const state = new Uint32Array(initialState);
  const schedule = new Uint32Array(64);
  const bytes = pad(toUtf8(text));
  for (let block = 0; block < bytes.length; block += BLOCK_BYTES) addBlock(state, schedule, bytes, block);
  return [...state].map((word) => word.toString(16).padStart(8, '0')).join('');
}

function addBlock(state: Uint32Array, schedule: Uint32Array, bytes: Uint8Array, offset: number): void {
  const view = new DataView(bytes.buffer, offset, BLOCK_BYTES);
  for (let i = 0; i < 16; i++) schedule[i] = view.getUint32(i * 4);
  for (let i = 16; i < 64; i++) {
    const early = at(schedule, i - 15);
    const late = at(schedule, i - 2);
    const s0 = rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3);
    const s1 = rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10);
    schedule[i] = at(schedule, i - 16) + s0 + at(schedule, i - 7) + s1;
  }
  let [a, b, c, d, e, f, g, h] = [0, 1, 2, 3, 4, 5, 6, 7].map((i) => at(state, i)) as Eight;
  for (let i = 0; i < 64; i++) {
    const s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const first = (h + s1 + ((e & f) ^ (~e & g)) + at(roundConstants, i) + at(schedule, i)) | 0;
    const s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    const second = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((word, i) => (state[i] = at(state, i) + word));
}

type Eight = [number, number, number, number, number, number, number, number];

function at(words: Uint32Array, index: number): number {
  return words[index] ?? 0;
}

function rotate(word: number, bits: number): number {
  return (word >>> bits) | (word << (32 - bits));
}

/** A one bit, zeros, and the length in bits: a whole number of blocks. */
function pad(message: Uint8Array): Uint8Array {
  const padded = new Uint8Array(Math.ceil((message.length + 9) / BLOCK_BYTES) * BLOCK_BYTES);
  padded.set(message);
  padded[message.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, Math.floor(message.length / 0x20000000));
  view.setUint32(padded.length - 4, message.length << 3);
  return padded;
}

/** What the first of several bytes begins with, by how many follow. */
const leadBytes = [0, 0xc0, 0xe0, 0xf0];

/** Half of a surrogate pair becomes U+FFFD, as in every encoder. */
function toUtf8(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3);
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    let code = text.codePointAt(i) ?? 0;
    if (code > 0xffff) i++;
    else if (code >= 0xd800 && code <= 0xdfff) code = 0xfffd;
    if (code < 0x80) bytes[length++] = code;
    else {
      const rest = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
      bytes[length++] = (leadBytes[rest] ?? 0) | (code >> (6 * rest));
      for (let shift = rest - 1; shift >= 0; shift--) bytes[length++] = 0x80 | ((code >> (6 * shift)) & 0x3f);
    }
  }
  return bytes.subarray(0, length);
}

function fractionsOfRoots(count: number, root: (value: number) => number): Uint32Array {
  const words: number[] = [];
  for (let candidate = 2; words.length < count; candidate++) {
    let isPrime = true;
    for (let factor = 2; factor * factor <= candidate; factor++) if (candidate % factor === 0) isPrime = false;
    // Doubles have 53 bits: more than the three of the whole part and the 32 that count.
    if (isPrime) words.push(Math.floor((root(candidate) % 1) * 0x100000000));
  }
  return new Uint32Array(words);
}
