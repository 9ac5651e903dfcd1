import type { ListColumn } from './row-encoder';

/** Everything before the first row: frozen down to `headerRow`, columns with their widths. */
export function sheetStart(columns: readonly ListColumn[], headerRow: number, selected: boolean): string {
  const widths = columns.map(
    ({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  const below = `A${headerRow + 1}`;
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">\
<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>\
<sheetViews><sheetView${selected ? ' tabSelected="1"' : ''} workbookViewId="0">\
<pane ySplit="${headerRow}" topLeftCell="${below}" activePane="bottomLeft" state="frozen"/>\
<selection pane="bottomLeft" activeCell="${below}" sqref="${below}"/></sheetView></sheetViews>\
<sheetFormatPr defaultRowHeight="15"/><cols>${widths.join('')}</cols><sheetData>`;
}

/** Everything behind the last row: filter, merged rows, print set-up (A4 landscape, one page wide, page numbers). */
export function sheetEnd(filterRange: string, merged: readonly string[]): string {
  const merges = merged.map((range) => `<mergeCell ref="${range}"/>`).join('');
  return `</sheetData><autoFilter ref="${filterRange}"/>\
${merged.length > 0 ? `<mergeCells count="${merged.length}">${merges}</mergeCells>` : ''}\
<printOptions horizontalCentered="1"/>\
<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>\
<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>\
<headerFooter><oddFooter>&amp;C第 &amp;P 页 共 &amp;N 页</oddFooter></headerFooter></worksheet>`;
}
