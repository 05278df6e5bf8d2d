// Puts pictures of one size behind each other, as a GIF that plays for ever.
import gifenc from 'gifenc';

const { applyPalette, GIFEncoder, quantize } = gifenc;

/** One colour fewer than there can be: the last one means what was there before. */
const MOST_COLOURS = 255;

/**
 * @param {{rgba: Uint8ClampedArray, milliseconds: number}[]} frames of `width` times `height` pixels, four bytes each; how long each is seen
 * @param {{width: number, height: number}} size
 * @returns {Uint8Array} the file
 */
export function gifOf(frames, { width, height }) {
  const palette = quantize(sampleOf(frames), MOST_COLOURS);
  const unchanged = palette.length;
  const gif = GIFEncoder();
  let before;
  for (const { rgba, milliseconds } of frames) {
    const pixels = applyPalette(rgba, palette);
    // What stays as it is costs next to nothing.
    const written = before ? pixels.map((colour, i) => (colour === before[i] ? unchanged : colour)) : pixels;
    gif.writeFrame(written, width, height, {
      ...(before ? {} : { palette: [...palette, [0, 0, 0]] }),
      delay: milliseconds,
      transparent: before !== undefined,
      transparentIndex: unchanged,
      dispose: 1,
    });
    before = pixels;
  }
  gif.finish();
  return gif.bytes();
}

/** Pixels in which every colour of the frames is met, few enough to be counted. */
function sampleOf(frames) {
  const every = 7;
  const pixels = frames.flatMap(({ rgba }, at) =>
    at % 3 === 0 ? [new Uint32Array(rgba.buffer, rgba.byteOffset, rgba.byteLength / 4)] : [],
  );
  const sample = pixels.flatMap((all) =>
    Array.from({ length: Math.floor(all.length / every) }, (_, i) => all[i * every]),
  );
  return new Uint8ClampedArray(new Uint32Array(sample).buffer);
}
