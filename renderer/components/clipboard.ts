type Cells = readonly (readonly string[])[];

/** A cell that a spreadsheet would run as a formula is made plain text; numbers stay numbers. */
function harmless(cell: string): string {
  const risky = /^[=@\t\r]/.test(cell) || (/^[+-]/.test(cell) && !/^[+-]?[\d,.]+%?$/.test(cell));
  return risky ? `'${cell}` : cell;
}

/** Rows as spreadsheets paste them: tabs between cells, quotes where a cell holds a break or a tab. */
export function toTsv(rows: Cells): string {
  const cell = (text: string) => (/["\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map((row) => row.map((text) => cell(harmless(text))).join('\t')).join('\r\n');
}

/** The same as a table that Excel and WPS take as text: codes of 18 digits keep every digit. */
export function toHtmlTable(rows: Cells): string {
  const escaped = (text: string) =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '<br>');
  const cell = (text: string) => {
    const number = /^-?\d{1,3}(,\d{3})*(\.\d+)?$|^-?\d{1,11}(\.\d+)?$/.test(text) && !/^0\d/.test(text);
    return number ? `<td>${text}</td>` : `<td style="mso-number-format:'\\@'">${escaped(text)}</td>`;
  };
  return `<table>${rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('')}</table>`;
}

/** Puts rows on the clipboard in both forms, by the copy event, which needs no permission. */
export function copyRows(rows: Cells): void {
  copyAs({ 'text/plain': toTsv(rows), 'text/html': toHtmlTable(rows) });
}

export function copyText(text: string): void {
  copyAs({ 'text/plain': text });
}

function copyAs(forms: Readonly<Record<string, string>>): void {
  const fill = (event: ClipboardEvent) => {
    for (const [type, text] of Object.entries(forms)) event.clipboardData?.setData(type, text);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  document.addEventListener('copy', fill, { capture: true });
  document.execCommand('copy');
  document.removeEventListener('copy', fill, { capture: true });
}
