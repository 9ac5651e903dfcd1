import { inspectionKindLabels } from '#shared/domain/plan/inspection-kinds';
import { Paper } from '../paper/paper';
import { newWorkbook, saveWorkbook } from '../paper/workbook';
import { listPlanLines } from './data/plan-table-repository';
import type { ReportDefinition } from './definition';
import { fileNameOf, requireYear } from './params';
import { ledgerHead, signatures } from './parts';

const COLUMNS = [
  { header: '序号', share: 8 },
  { header: '检查主体', share: 30 },
  { header: '年度计划名称', share: 44 },
  { header: '检查内容', share: 56 },
  { header: '计划开展时间', share: 34 },
  { header: '股室', share: 24 },
  { header: '抽查比例', share: 18 },
  { header: '抽查频次', share: 20 },
  { header: '抽查数量', share: 18 },
] as const;

/** 年度抽查计划表 in the columns that are published: one line a plan and stratum, then the campaigns. */
export const planTable: ReportDefinition = {
  id: 'plan-table',
  title: '年度抽查计划表',
  group: 'ledger',
  description: '一年的抽查计划和专项行动，一层一行：检查内容、开展时间、比例、频次和数量；不填年度则为本年。',
  params: [{ key: 'year', label: '年度', type: 'year', optional: true }],
  gather: async ({ db, today, office, now }, params) => {
    const year = requireYear(params['year']?.trim() || today.slice(0, 4));
    const lines = await listPlanLines(db, Number(year));
    return {
      fileName: fileNameOf('年度抽查计划表', year),
      owner: { table: 'plan', id: year },
      numbering: { kind: 'none' },
      write: async (path, issue) => {
        const workbook = newWorkbook(`${year}年度抽查计划表`, office.name, new Date(now));
        const paper = new Paper(
          workbook,
          `计划表 ${year}`,
          'landscape',
          COLUMNS.map(({ share }) => share),
          issue.frame,
        );
        ledgerHead(paper, issue, `${year}年度抽查计划表`, '作废的抽取不列入');
        paper.row(COLUMNS.map(({ header }) => ({ text: header, look: 'smallHead' as const })));
        paper.repeatAbove();
        paper.freezeAbove();
        if (lines.length === 0) paper.line('本年度没有抽查计划', 'center', 40);
        lines.forEach((line, index) => {
          const kind = line.kind === null ? '' : `${inspectionKindLabels[line.kind]}：`;
          const cells = [
            String(index + 1),
            office.name,
            line.title,
            `${kind}${line.content}`,
            line.from === line.to ? line.from : `${line.from}至${line.to}`,
            line.station,
            line.ratio,
            line.frequency,
            line.count,
          ];
          paper.row(cells.map((text) => ({ text, look: 'cell' as const })));
        });
        signatures(paper, ['填表人（签名）：', '审核人（签名）：', '负责人（签名）：'], 64);
        paper.close();
        await saveWorkbook(workbook, path);
        return lines.length;
      },
    };
  },
};
