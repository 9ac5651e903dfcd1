import type { Disclosure, Nature, PackStatus } from './catalogue';

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

export const packStatusLabels: Record<PackStatus, string> = {
  official: '官方规则',
  sample: '样例规则',
  office: '本局规则',
};
