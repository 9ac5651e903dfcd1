import type { Disclosure, FieldType, Frequency, Nature, PackStatus } from './catalogue';

export const natureLabels: Record<Nature, string> = {
  negative: '失信信息',
  positive: '守信信息',
  neutral: '中性信息',
};

export const disclosureLabels: Record<Disclosure, string> = {
  open: '社会公开',
  shared: '政务共享',
  internal: '内部使用',
};

export const frequencyLabels: Record<Frequency, string> = {
  realtime: '实时',
  daily: '每日',
  weekly: '每周',
  monthly: '每月',
  quarterly: '每季度',
  yearly: '每年',
  as_needed: '产生即报',
};

export const fieldTypeLabels: Record<FieldType, string> = {
  text: '文字',
  date: '日期',
  money: '金额',
  integer: '整数',
  decimal: '小数',
  choice: '选项',
};

export const packStatusLabels: Record<PackStatus, string> = {
  official: '官方规则',
  sample: '样例规则',
  office: '本局规则',
};
