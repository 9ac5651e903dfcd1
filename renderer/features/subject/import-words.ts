export type ImportNoun = 'subject' | 'fact' | 'list';

type Words = {
  readonly label: string;
  readonly purpose: string;
  readonly pick: string;
  readonly hint: string;
  readonly unit: string;
};

export const importWords: Record<ImportNoun, Words> = {
  subject: {
    label: '监管对象名录',
    purpose: '从名录表格登记监管对象；同一统一社会信用代码的合并，整次导入可以撤销。',
    pick: '选择监管对象名录',
    hint: '.xlsx 或 .csv；表头在哪一行、叫什么名字会自动识别，可以调整。',
    unit: '户',
  },
  fact: {
    label: '行政处罚（双公示）',
    purpose: '从双公示行政处罚表登记信用信息；按统一社会信用代码和名称归入主体档案。',
    pick: '选择行政处罚表',
    hint: '.xlsx 或 .csv，双公示行政处罚上报表或列名相近的表。',
    unit: '条',
  },
  list: {
    label: '信用信息名单',
    purpose: '从名单登记目录中的一项信用信息，如每月的企业信用风险分类；名录中没有的主体不导入，逐行说明。',
    pick: '选择信用信息名单',
    hint: '.xlsx 或 .csv；需要名称、统一社会信用代码和该信息项的各项内容，有日期、来源文号列的也读入。',
    unit: '条',
  },
};
