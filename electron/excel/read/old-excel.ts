import { createReadStream } from 'node:fs';
import { badFile, readFailure } from './table';

/** Names of streams inside an OLE compound file, as its directory stores them. */
const encryptedPackage = Buffer.from('EncryptedPackage', 'utf16le');
const wordDocument = Buffer.from('WordDocument', 'utf16le');

/** Says why an OLE compound file (D0 CF 11 E0) cannot be read: a password, or a format from before 2007. */
export async function refuseOldExcel(path: string): Promise<never> {
  let rest: Buffer = Buffer.alloc(0);
  let isWord = false;
  try {
    for await (const piece of createReadStream(path, { highWaterMark: 1024 * 1024 }) as AsyncIterable<Buffer>) {
      const bytes = Buffer.concat([rest, piece]);
      if (bytes.includes(encryptedPackage))
        throw badFile('文件设有打开密码，无法读取，请在 Excel 中取消密码后另存一份再导入。');
      isWord ||= bytes.includes(wordDocument);
      rest = bytes.subarray(Math.max(0, bytes.length - encryptedPackage.length));
    }
  } catch (error) {
    throw readFailure(error);
  }
  if (isWord) throw badFile('这是 Word 文档，不是表格，请选择 .xlsx 或 .csv 文件。');
  throw badFile('这是旧版 .xls（或 WPS .et）文件，请用 Excel 或 WPS 打开后另存为 .xlsx 再导入。');
}
