import { reasonGroupLabels } from '#shared/domain/plan/visit-reasons';
import { Paper } from '../paper/paper';
import { newWorkbook, saveWorkbook } from '../paper/workbook';
import { listReasons } from './data/reason-repository';
import type { ReportDefinition } from './definition';
import { fileNameOf, requireParam } from './params';
import { ledgerHead, signatures } from './parts';

const COLUMNS = [
  { header: '序号', share: 10 },
  { header: '检查对象', share: 70 },
  { header: '代码', share: 48 },
  { header: '是否检查', share: 24 },
  { header: '理由', share: 110 },
] as const;

/** 检查理由清单: every subject of a draw once, with why it is visited or why not. */
export const planReasons: ReportDefinition = {
  id: 'plan-reasons',
  title: '检查理由清单',
  group: 'ledger',
  description: '一次抽取涉及的每一户，为什么检查、为什么不检查：列入检查、未抽中、不列入名录。',
  params: [{ key: 'id', label: '抽取记录', type: 'id', noun: 'plan' }],
  gather: async ({ db, office, now }, params) => {
    const { plan, rows } = await listReasons(db, requireParam(params, 'id', '抽取记录'));
    const groups = Object.entries(reasonGroupLabels).map(
      ([code, label]) => `${label} ${rows.filter(({ group }) => group === code).length} 户`,
    );
    return {
      fileName: fileNameOf('检查理由清单', String(plan.year), plan.title),
      owner: { table: 'plan', id: plan.id },
      numbering: { kind: 'none' },
      write: async (path, issue) => {
        const workbook = newWorkbook(`检查理由清单 ${plan.title}`, office.name, new Date(now));
        const shares = COLUMNS.map(({ share }) => share);
        const paper = new Paper(workbook, '检查理由', 'landscape', shares, issue.frame);
        ledgerHead(paper, issue, `${plan.title}检查理由清单`, `合计 ${rows.length} 户：${groups.join('，')}`);
        if (plan.state === 'void') paper.line(`本次抽取已作废：${plan.voidReason}`, 'mark');
        paper.row(COLUMNS.map(({ header }) => ({ text: header, look: 'smallHead' as const })));
        paper.repeatAbove();
        paper.freezeAbove();
        rows.forEach(({ name, code, group, reason }, index) => {
          issue.progress('写入理由', index, rows.length);
          paper.row([
            { text: index + 1, look: 'smallCenter' },
            { text: name, look: 'small' },
            { text: code, look: 'smallCenter' },
            { text: reasonGroupLabels[group], look: 'smallCenter' },
            { text: reason, look: 'small' },
          ]);
        });
        signatures(paper, ['制表人（签名）：', '审核人（签名）：', '负责人（签名）：'], 64);
        paper.close();
        await saveWorkbook(workbook, path);
        return rows.length;
      },
    };
  },
};
