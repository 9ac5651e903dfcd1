import { escapeAttribute } from './safe-text';

/** Cell styles of a register; the numbers are positions in `cellXfs` below. */
export const styleOf = {
  title: 1,
  note: 2,
  header: 3,
  text: 4,
  wrapped: 5,
  int: 6,
  decimal: 7,
  date: 8,
  /** Added to `text` or `wrapped`: the same with `quotePrefix`. */
  quoted: 5,
} as const;

const border = 'borderId="1" applyBorder="1"';
const top = '<alignment vertical="center"/>';
const wrap = '<alignment vertical="center" wrapText="1"/>';

function xf(rest: string, alignment: string): string {
  return `<xf xfId="0" ${rest} applyAlignment="1">${alignment}</xf>`;
}

const xfs = [
  '<xf xfId="0" numFmtId="0" fontId="0" fillId="0" borderId="0"/>',
  xf(
    'numFmtId="0" fontId="1" fillId="0" borderId="0" applyFont="1"',
    '<alignment horizontal="center" vertical="center"/>',
  ),
  xf('numFmtId="0" fontId="2" fillId="0" borderId="0" applyFont="1"', wrap),
  xf(
    `numFmtId="49" fontId="3" fillId="2" ${border} applyFont="1" applyFill="1"`,
    '<alignment horizontal="center" vertical="center" wrapText="1"/>',
  ),
  xf(`numFmtId="49" fontId="0" fillId="0" ${border} applyNumberFormat="1"`, top),
  xf(`numFmtId="49" fontId="0" fillId="0" ${border} applyNumberFormat="1"`, wrap),
  xf(`numFmtId="1" fontId="0" fillId="0" ${border} applyNumberFormat="1"`, top),
  xf(`numFmtId="4" fontId="0" fillId="0" ${border} applyNumberFormat="1"`, top),
  xf(`numFmtId="164" fontId="0" fillId="0" ${border} applyNumberFormat="1"`, top),
  xf(`numFmtId="49" fontId="0" fillId="0" ${border} applyNumberFormat="1" quotePrefix="1"`, top),
  xf(`numFmtId="49" fontId="0" fillId="0" ${border} applyNumberFormat="1" quotePrefix="1"`, wrap),
];

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const officeRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

function font(size: number, face: string, more = ''): string {
  return `<font>${more}<sz val="${size}"/><name val="${face}"/><charset val="134"/></font>`;
}

const thin = '<left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/><diagonal/>';

const styles = `${declaration}<styleSheet xmlns="${main}">\
<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>\
<fonts count="4">${font(11, '宋体')}${font(16, '黑体')}${font(10, '宋体')}${font(11, '宋体', '<b/>')}</fonts>\
<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>\
<fill><patternFill patternType="solid"><fgColor rgb="FFE8EDF3"/><bgColor indexed="64"/></patternFill></fill></fills>\
<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${thin}</border></borders>\
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
<cellXfs count="${xfs.length}">${xfs.join('')}</cellXfs>\
<cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

/** What the other parts must know of a sheet once it is written. */
export type WrittenSheet = {
  readonly name: string;
  readonly headerRow: number;
  /** `A3:T1003`: header and rows. */
  readonly filterRange: string;
};

/** All parts of the package besides the sheets themselves. */
export function listParts(sheets: readonly WrittenSheet[]): readonly (readonly [string, string])[] {
  const relations = sheets.map((_, index) =>
    relation(`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`),
  );
  relations.push(relation(`rId${sheets.length + 1}`, 'styles', 'styles.xml'));
  const overrides = sheets.map((_, index) => override(`/xl/worksheets/sheet${index + 1}.xml`, 'worksheet'));
  overrides.push(override('/xl/workbook.xml', 'sheet.main'), override('/xl/styles.xml', 'styles'));
  return [
    ['xl/styles.xml', styles],
    ['xl/workbook.xml', workbookXml(sheets)],
    [
      'xl/_rels/workbook.xml.rels',
      `${declaration}<Relationships xmlns="${packageRelations}">${relations.join('')}</Relationships>`,
    ],
    [
      '_rels/.rels',
      `${declaration}<Relationships xmlns="${packageRelations}">${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    ],
    [
      '[Content_Types].xml',
      `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
<Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`,
    ],
  ];
}

function workbookXml(sheets: readonly WrittenSheet[]): string {
  const list = sheets.map(
    ({ name }, index) => `<sheet name="${escapeAttribute(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  const names = sheets.flatMap(({ name, headerRow, filterRange }, index) => {
    const quoted = escapeAttribute(`'${name.replaceAll("'", "''")}'`);
    const filter = filterRange.replace(/[A-Z]+|\d+/g, '$$$&');
    return [
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${quoted}!${filter}</definedName>`,
      `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${quoted}!$${headerRow}:$${headerRow}</definedName>`,
    ];
  });
  return `${declaration}<workbook xmlns="${main}" xmlns:r="${officeRelations}"><sheets>${list.join('')}</sheets>\
<definedNames>${names.join('')}</definedNames></workbook>`;
}

function relation(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${officeRelations}/${type}" Target="${target}"/>`;
}

function override(part: string, type: string): string {
  return `<Override PartName="${part}" ContentType="${types}.${type}+xml"/>`;
}
