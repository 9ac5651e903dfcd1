/** Pixels of a copy: beyond this canvases of some machines fail. */
const MAX_COPY_PIXELS = 40_000_000;
/** Pixels of an original that the window takes on at all. */
export const MAX_PIXELS = 150_000_000;
/** Four of them on A4 are printed at 300 dots an inch. */
const PREVIEW_EDGE = 1280;

export type Mask = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
export type Turn = 0 | 90 | 180 | 270;
export type CopyHow = { readonly degrees: Turn; readonly masks: readonly Mask[] };

/** The file is not there, or is not what it was; says nothing about the picture. */
export class PictureMissing extends Error {}

async function bitmapOf(url: string): Promise<ImageBitmap> {
  const answer = await fetch(url);
  if (!answer.ok) throw new PictureMissing(String(answer.status));
  // turned as the camera says, as every program shows it
  return createImageBitmap(await answer.blob(), { imageOrientation: 'from-image' });
}

/** A scaled JPEG for thumbnails and photo sheets. @throws PictureMissing, or whatever the decoder throws */
export async function previewOf(url: string): Promise<string> {
  const bitmap = await bitmapOf(url);
  try {
    const scale = Math.min(1, PREVIEW_EDGE / Math.max(bitmap.width, bitmap.height));
    return await draw(bitmap, { degrees: 0, masks: [] }, scale, 'image/jpeg', 0.85);
  } finally {
    bitmap.close();
  }
}

/** A turned or masked copy in full size; masks are filled, so that nothing below them can be brought back. */
export async function copyOf(url: string, how: CopyHow, mediaType: string): Promise<string> {
  const bitmap = await bitmapOf(url);
  try {
    const pixels = bitmap.width * bitmap.height;
    const scale = Math.min(1, Math.sqrt(MAX_COPY_PIXELS / pixels));
    // screen shots stay sharp, photos stay small
    const type = mediaType === 'image/png' && pixels < 8_000_000 ? 'image/png' : 'image/jpeg';
    return await draw(bitmap, how, scale, type, 0.92);
  } finally {
    bitmap.close();
  }
}

async function draw(
  bitmap: ImageBitmap,
  { degrees, masks }: CopyHow,
  scale: number,
  type: string,
  quality: number,
): Promise<string> {
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  const across = degrees === 90 || degrees === 270;
  const canvas = document.createElement('canvas');
  canvas.width = across ? height : width;
  canvas.height = across ? width : height;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  // transparent pictures become black in a JPEG
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = 'high';
  context.translate(canvas.width / 2, canvas.height / 2);
  context.rotate((degrees * Math.PI) / 180);
  context.drawImage(bitmap, -width / 2, -height / 2, width, height);
  context.fillStyle = '#1d2430';
  for (const mask of masks)
    context.fillRect(
      (mask.x / 1000 - 0.5) * width,
      (mask.y / 1000 - 0.5) * height,
      (mask.width / 1000) * width,
      (mask.height / 1000) * height,
    );
  const blob = await new Promise<Blob | null>((done) => {
    canvas.toBlob(done, type, quality);
  });
  // gives the memory back at once
  canvas.width = 0;
  if (!blob) throw new Error('the picture could not be written');
  return base64Of(blob);
}

export function base64Of(blob: Blob): Promise<string> {
  return new Promise((done, fail) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result).replace(/^data:[^,]*,/, ''));
    reader.onerror = () => fail(reader.error ?? new Error('the picture could not be read'));
    reader.readAsDataURL(blob);
  });
}
