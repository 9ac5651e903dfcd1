export type TextField = HTMLInputElement | HTMLTextAreaElement;

const BLANK = '＿＿';

/** Writes at the cursor as if it were typed, and marks the first blank to be typed over. */
export function writeAtCursor(field: TextField, text: string): void {
  const from = field.selectionStart ?? field.value.length;
  field.setRangeText(text, from, field.selectionEnd ?? from, 'end');
  const blank = text.indexOf(BLANK);
  if (blank >= 0) field.setSelectionRange(from + blank, from + blank + BLANK.length);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Puts other words into a field, as if they were typed. */
export function writeOver(id: string, text: string): void {
  const field = document.getElementById(id);
  if (!(field instanceof HTMLTextAreaElement)) return;
  field.setRangeText(text, 0, field.value.length, 'end');
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.focus();
}
