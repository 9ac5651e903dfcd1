import { toHalfWidth } from '../table-import/import-cell';
import { provinceNames } from './area-codes';

export type CodeResult =
  | { readonly ok: true; readonly value: string; readonly note: string | null }
  | { readonly ok: false; readonly message: string };

/**
 * Patent agency code: 2 digits of the province (GB/T 2260) and 3 of the series. The 7 digits that branches carry
 * are taken too (head office's code and 2 digits; format not verified). A head outside the province table, such as
 * 72, is noted and not refused, because the office that gives the codes is not bound to the table.
 *
 * @example checkAgencyCode('１１４２６') // { ok: true, value: '11426', note: null }
 */
export function checkAgencyCode(text: string): CodeResult {
  const value = compact(text);
  if (!/^\d{5}(?:\d{2})?$/.test(value)) {
    return { ok: false, message: '专利代理机构代码应为 5 位数字（分支机构可为 7 位），请核对执业许可证。' };
  }
  return { ok: true, value, note: provinceNote(value) };
}

/**
 * Patent agent's qualification certificate number: 2 digits of the province and 5 of the series.
 *
 * @example checkAgentCertNo('4358209') // { ok: true, value: '4358209', note: null }
 */
export function checkAgentCertNo(text: string): CodeResult {
  const value = compact(text);
  if (!/^\d{7}$/.test(value)) return { ok: false, message: '专利代理师资格证号应为 7 位数字，请核对资格证。' };
  return { ok: true, value, note: provinceNote(value) };
}

/**
 * Practice filing number: agency code, last five digits of the certificate number, a point and a check digit whose
 * rule is not published, so it is not recomputed; agency and certificate are compared where they are known.
 *
 * @example checkFilingNo('4479558209.0', { agencyCode: '44795', agentCertNo: '4358209' }).ok // true
 */
export function checkFilingNo(
  text: string,
  known: { readonly agencyCode?: string | null; readonly agentCertNo?: string | null } = {},
): CodeResult {
  const value = compact(text).toUpperCase();
  if (!/^\d{10}\.[\dX]$/.test(value)) {
    return { ok: false, message: '执业备案号应为 10 位数字加“.”加 1 位校验码，如 4479558209.0，请核对。' };
  }
  if (known.agencyCode && value.slice(0, 5) !== known.agencyCode.slice(0, 5)) {
    return { ok: false, message: '执业备案号前 5 位与所在机构的代码不一致，请核对是否已变更执业机构。' };
  }
  if (known.agentCertNo && value.slice(5, 10) !== known.agentCertNo.slice(-5)) {
    return { ok: false, message: '执业备案号第 6 至 10 位与资格证号后 5 位不一致，请核对。' };
  }
  return { ok: true, value, note: null };
}

function provinceNote(value: string): string | null {
  return provinceNames[value.slice(0, 2)] === undefined ? '前两位不在省级行政区划代码内，请核对。' : null;
}

function compact(text: string): string {
  return toHalfWidth(text).replace(/[\s\-']/g, '');
}
