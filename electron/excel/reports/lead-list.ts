import { closeReasonLabels, leadNo, leadSourceLabels, leadStateLabels } from '#shared/domain/warning/lead';
import { maskedCode } from '../../db/filing-row';
import { countLeads, iterateLeads } from './data/warning-repository';
import type { ReportDefinition } from './definition';
import { fileNameOf } from './params';
import { column, label, type Row, value, writeRegister } from './register';

export const leadList: ReportDefinition = {
  id: 'lead-list',
  title: '预警线索台账',
  group: 'list',
  description: '全部预警线索的内容、来源、承办人和办理结果；线索未经核实不影响评价。',
  params: [],
  gather: async (context) => ({
    fileName: fileNameOf('预警线索台账', context.today),
    owner: { table: 'lead', id: 'all' },
    numbering: { kind: 'none' },
    write: (path, issue) =>
      writeRegister(
        path,
        {
          sheetName: '预警线索',
          title: '预警线索台账',
          expected: countLeads(context.reader),
          columns: [
            column('线索号', 11),
            column('状态', 9),
            column('维度', 14),
            column('规则', 24, 'text', true),
            column('来源', 10),
            column('规则包或提供方', 26, 'text', true),
            column('主体', 32, 'text', true),
            column('代码', 21),
            column('监管对象', 10),
            column('件数', 7, 'int'),
            column('起日', 11, 'date'),
            column('止日', 11, 'date'),
            column('线索内容', 52, 'text', true),
            column('承办人', 10),
            column('办理日期', 11, 'date'),
            column('办理结果', 40, 'text', true),
          ],
          rows: () => iterateLeads(context.reader),
          cells: (row) => [
            leadNo(String(row['key'])),
            label(leadStateLabels, row['state']),
            value(row, 'dimension'),
            value(row, 'rule_name'),
            label(leadSourceLabels, row['source']),
            value(row, 'source_name'),
            value(row, 'party_name'),
            row['party_code'] ? maskedCode(String(row['party_code'])) : null,
            row['subject'] ? '已登记' : '未登记',
            value(row, 'filing_count'),
            value(row, 'from_date'),
            value(row, 'to_date'),
            value(row, 'why'),
            value(row, 'officer'),
            value(row, 'state_on'),
            outcome(row),
          ],
        },
        context,
        issue,
      ),
  }),
};

function outcome(row: Row): string {
  if (row['state'] === 'confirmed') return `已核实：${row['evidence'] ?? ''}`;
  if (row['state'] !== 'closed') return '';
  return [label(closeReasonLabels, row['close_reason']), row['note']].filter(Boolean).join('：');
}
