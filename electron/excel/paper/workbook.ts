import ExcelJS from 'exceljs';
import { writeWhole } from '../write/output-file';

export type ExcelBook = ExcelJS.Workbook;

const CALIBRI =
  /<font><color theme="1"\/><family val="2"\/><scheme val="minor"\/><sz val="11"\/><name val="Calibri"\/><\/font>/;
const SONG = '<font><sz val="11"/><name val="宋体"/><charset val="134"/></font>';

/** The part of exceljs that writes the style sheet; it has no setting for the default font. */
type StyleWriter = {
  addStyles: (zip: unknown, model: { styles: { xml: string } }) => Promise<void>;
};

/**
 * An empty workbook whose default font is 宋体 11. The digit of the default font is the yardstick of all column widths:
 * with the Calibri of exceljs the widths would differ between Chinese and other editions of Excel.
 */
export function newWorkbook(title: string, office: string, at: Date): ExcelJS.Workbook {
  const workbook = new ExcelJS.Workbook();
  workbook.title = title;
  workbook.company = office;
  workbook.creator = office;
  workbook.created = at;
  workbook.modified = at;
  const writer = workbook.xlsx as unknown as StyleWriter;
  const original = writer.addStyles.bind(writer);
  writer.addStyles = (zip, { styles }) => original(zip, { styles: { xml: styles.xml.replace(CALIBRI, SONG) } });
  return workbook;
}

/** Writes the workbook whole or not at all. @throws AppError `disk_full`, `bad_file` */
export async function saveWorkbook(workbook: ExcelJS.Workbook, path: string): Promise<void> {
  const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
  await writeWhole(path, async (file) => file.write(bytes));
}
