import { formatBasis } from '#shared/domain/basis/basis';
import { itemLevelLabels } from '#shared/domain/plan/inspection-items';
import { Paper } from '../paper/paper';
import { newWorkbook, saveWorkbook } from '../paper/workbook';
import type { ReportDefinition } from './definition';
import { fileNameOf } from './params';
import { ledgerHead } from './parts';

const COLUMNS = [
  { header: '序号', share: 8 },
  { header: '抽查类别', share: 30 },
  { header: '抽查事项', share: 54 },
  { header: '检查对象', share: 36 },
  { header: '事项类别', share: 24 },
  { header: '检查方式', share: 34 },
  { header: '检查主体', share: 30 },
  { header: '检查依据', share: 56 },
] as const;

/** 抽查事项清单 in its published columns; what nobody held against an official list is marked. */
export const itemList: ReportDefinition = {
  id: 'item-list',
  title: '抽查事项清单',
  group: 'ledger',
  description: '随机抽查事项、对象、方式和依据；未与官方清单核对的逐项标明。',
  params: [],
  gather: async ({ packs, office, now, today }) => {
    const pack = packs.inspectionItems();
    return {
      fileName: fileNameOf('抽查事项清单', today.slice(0, 4)),
      owner: { table: 'plan', id: 'items' },
      numbering: { kind: 'none' },
      write: async (path, issue) => {
        const workbook = newWorkbook(pack.title, office.name, new Date(now));
        const paper = new Paper(
          workbook,
          '抽查事项清单',
          'landscape',
          COLUMNS.map(({ share }) => share),
          issue.frame,
        );
        ledgerHead(paper, issue, pack.title, `来源：${pack.place}　第 ${pack.version} 版`);
        paper.row(COLUMNS.map(({ header }) => ({ text: header, look: 'smallHead' as const })));
        paper.repeatAbove();
        paper.freezeAbove();
        pack.items.forEach((one, index) => {
          const unverified = (verified: boolean) => (verified ? '' : '（未核实）');
          const cells = [
            String(index + 1),
            one.category,
            `${one.item}${unverified(one.itemVerified)}`,
            one.target,
            itemLevelLabels[one.level],
            one.method,
            office.name,
            `${formatBasis(one.basis)}${unverified(one.verified)}`,
          ];
          paper.row(cells.map((text) => ({ text, look: 'cell' as const })));
        });
        if (pack.note) paper.line(pack.note, 'cell', 32);
        paper.close();
        await saveWorkbook(workbook, path);
        return pack.items.length;
      },
    };
  },
};
