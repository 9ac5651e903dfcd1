import type { PrintFrame } from '#shared/ipc/print';

type Templates = { readonly headerTemplate: string; readonly footerTemplate: string };

const STYLE =
  'width: 100%; margin: 0 15mm; display: flex; justify-content: space-between; align-items: flex-end; font: 8pt/1.5 "Microsoft YaHei UI", "Noto Sans CJK SC", SimSun, sans-serif; color: #5b6472; white-space: pre;';
const RED = 'color: #b3372b; font-size: 11pt; font-weight: bold;';

/** Above the text, which fills the sheet between them: what stands around every page of a PDF. */
export function pdfTemplates({ title, marks, left, right }: PrintFrame): Templates {
  const lines = (texts: readonly string[]) => texts.map(escapeHtml).join('\n');
  return {
    headerTemplate: `<div style='${STYLE}'><span>${escapeHtml(title)}</span><span style='${RED}'>${escapeHtml(marks.join('　'))}</span></div>`,
    footerTemplate: `<div style='${STYLE}'><span>${lines(left)}</span><span>第 <span class="pageNumber"></span> 页 共 <span class="totalPages"></span> 页</span><span style="text-align: right">${lines(right)}</span></div>`,
  };
}

/** The same for the system's print dialog, which takes one line above and one below and numbers the pages itself. */
export const printLines = ({ title, marks, left, right }: PrintFrame) => ({
  header: [title, ...marks].join('　'),
  footer: [...left, ...right].join('　'),
});

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char);
