import { describe, expect, it } from 'vitest';
import { fileTypeOf, renamedSentence } from '#shared/domain/evidence/file-type';
import { imageFacts } from '#shared/domain/evidence/image-facts';
import { pngOf, smallJpeg, smallPng, withExif } from '../../support/pictures';

const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
const code = (content: Uint8Array, name = 'x') => fileTypeOf(content, name).code;

describe('what a file is by its bytes', () => {
  it('goes by the bytes and not by the name', () => {
    expect(code(smallPng(), '店招.jpg')).toBe('png');
    expect(code(smallJpeg(), '店招.png')).toBe('jpeg');
    expect(code(bytes('%PDF-1.7\n'))).toBe('pdf');
    expect(code(bytes('\0\0\0\x18ftypheic\0\0\0\0mif1heic'))).toBe('heic');
    expect(code(bytes('\0\0\0\x18ftypmif1\0\0\0\0mif1avif'))).toBe('avif');
    expect(code(bytes('\0\0\0\x18ftypisom\0\0\0\0isommp42'))).toBe('mp4');
    expect(code(bytes('RIFF\x10\0\0\0WEBPVP8 '))).toBe('webp');
    expect(code(bytes('<!-- saved from url=(0023)https://a.cn/ -->\n<!DOCTYPE html><html>'))).toBe('html');
    expect(code(bytes('From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;'))).toBe(
      'mhtml',
    );
  });

  it('does not take a program or an unknown file for a picture', () => {
    expect(code(bytes('MZ\x90\0'), '店招.jpg')).toBe('unknown');
    expect(code(bytes('说明'), '说明.txt')).toBe('text');
    expect(code(new Uint8Array(0), '')).toBe('unknown');
  });

  it('says when the name promises something else, and is silent when it fits', () => {
    expect(renamedSentence(fileTypeOf(smallPng(), ''), '店招.jpg')).toBe('文件名是 .jpg，内容是 PNG 图片');
    expect(renamedSentence(fileTypeOf(smallJpeg(), ''), '店招.JPEG')).toBe('');
    expect(renamedSentence(fileTypeOf(bytes('MZ'), ''), '店招.jpg')).toBe('文件名是 .jpg，内容不是图片');
    expect(renamedSentence(fileTypeOf(bytes('xx'), ''), '数据.dat')).toBe('');
  });
});

describe('what the structure of a picture says', () => {
  it('reads the size behind camera data', () => {
    const photo = withExif(smallJpeg(), { takenAt: '2026:11:20 09:08:07', make: 'HUAWEI' });
    expect(imageFacts('jpeg', photo)).toEqual({ width: 48, height: 32, complete: true });
    expect(
      imageFacts(
        'png',
        pngOf(300, 7, () => 9),
      ),
    ).toEqual({ width: 300, height: 7, complete: true });
  });

  it('finds a copy that broke off, and takes what phones append for no damage', () => {
    const whole = smallJpeg();
    expect(imageFacts('jpeg', whole.subarray(0, whole.length - 40)).complete).toBe(false);
    expect(imageFacts('jpeg', whole.subarray(0, 30)).complete).toBe(false);
    expect(imageFacts('png', smallPng().subarray(0, 60)).complete).toBe(false);
    expect(imageFacts('jpeg', Buffer.concat([whole, Buffer.from('SEFT trailer')])).complete).toBe(true);
  });
});
