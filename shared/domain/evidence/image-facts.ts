/** What the structure of an image file says. */
export type ImageFacts = {
  readonly width: number | null;
  readonly height: number | null;
  /** The end of the picture is there; a copy that broke off has none. */
  readonly complete: boolean;
};

const NOTHING: ImageFacts = { width: null, height: null, complete: true };

/**
 * Size and completeness of a JPEG or PNG file out of its markers, without decoding it; of other types nothing is said.
 * A file without a readable size is not complete.
 *
 * @param bytes the whole file
 * @example imageFacts('png', png) // { width: 12000, height: 9000, complete: true }
 */
export function imageFacts(typeCode: string, bytes: Uint8Array): ImageFacts {
  if (typeCode === 'jpeg') return jpegFacts(bytes);
  if (typeCode === 'png') return pngFacts(bytes);
  return NOTHING;
}

const word = (bytes: Uint8Array, at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
const long = (bytes: Uint8Array, at: number): number => word(bytes, at) * 0x10000 + word(bytes, at + 2);

const isSizeMarker = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

function jpegFacts(bytes: Uint8Array): ImageFacts {
  let size: Pick<ImageFacts, 'width' | 'height'> = { width: null, height: null };
  let at = 2;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return { ...size, complete: false };
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xd9) return { ...size, complete: false };
    if (isSizeMarker(marker) && at + 9 <= bytes.length)
      size = { height: word(bytes, at + 5), width: word(bytes, at + 7) };
    if (marker === 0xda) return { ...size, complete: size.width !== null && endsAfter(bytes, at) };
    const standsAlone = marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
    at += standsAlone ? 2 : 2 + word(bytes, at + 2);
  }
  return { ...size, complete: false };
}

/** Phones append data of their own behind the end, so the mark is searched, from the back. */
function endsAfter(bytes: Uint8Array, scan: number): boolean {
  for (let at = bytes.length - 2; at > scan; at--) if (bytes[at] === 0xff && bytes[at + 1] === 0xd9) return true;
  return false;
}

function pngFacts(bytes: Uint8Array): ImageFacts {
  if (bytes.length < 33) return { width: null, height: null, complete: false };
  const size = { width: long(bytes, 16), height: long(bytes, 20) };
  for (let at = 8; at + 12 <= bytes.length; at += 12 + long(bytes, at)) {
    if (String.fromCharCode(...bytes.subarray(at + 4, at + 8)) === 'IEND') return { ...size, complete: true };
  }
  return { ...size, complete: false };
}
