import { letterKindLabels } from '#shared/domain/letter/letter';
import { AppError } from '#shared/kernel/errors';
import { Paper } from '../paper/paper';
import { newWorkbook, saveWorkbook } from '../paper/workbook';
import type { ReportDefinition } from './definition';
import { fileNameOf, requireParam } from './params';
import { BLANK_DATE, day, FORM_GRID } from './parts';

/** 案件线索移送函, 抄告函, 协助函: the letter as it goes out, with its receipt. */
export const letter: ReportDefinition = {
  id: 'letter',
  title: '移送函、抄告函、协助函',
  group: 'document',
  description: '发往其他单位的函件，附回执。',
  params: [{ key: 'id', label: '函件', type: 'id', noun: 'letter' }],
  gather: async (context, params) => {
    const id = requireParam(params, 'id', '函件');
    const row = await context.db
      .selectFrom('letter')
      .innerJoin('officer', 'officer.id', 'letter.written_by')
      .selectAll('letter')
      .select('officer.name as officer_name')
      .where('letter.id', '=', id)
      .executeTakeFirst();
    if (!row) throw new AppError('not_found', '没有找到这份函件，请刷新列表后重试。');
    if (row.state === 'cancelled') throw new AppError('bad_state', `${row.no} 已作废，不能出具；需要的请重新制作。`);
    const title = letterKindLabels[row.kind];
    return {
      fileName: fileNameOf(title, row.no),
      owner: { table: 'letter', id },
      numbering: { kind: 'record', no: row.no },
      write: async (path, issue) => {
        const workbook = newWorkbook(`${title} ${row.no}`, context.office.name, new Date(context.now));
        const paper = new Paper(workbook, title, 'portrait', FORM_GRID, issue.frame);
        paper.line(issue.frame.office, 'office');
        paper.line(title, 'title', 40);
        paper.repeatAbove();
        paper.row([
          { text: issue.again, span: 6, look: 'line' },
          { text: row.no, span: 6, look: 'number' },
        ]);
        paper.line(row.title, 'ledgerTitle');
        paper.gap(6);
        paper.line(`${row.to_unit}：`, 'letter');
        for (const paragraph of row.content.split('\n').filter((text) => text.trim() !== ''))
          paper.line(`　　${paragraph}`, 'letter');
        if (row.reply_due_on) paper.line(`　　请于 ${day(row.reply_due_on)} 前将处理情况函复我单位。`, 'letter');
        if (row.enclosures !== '') paper.line(`　　附件：${row.enclosures}`, 'letter');
        paper.gap(8);
        paper.line(`${issue.frame.office}　　\n（印章）　　　　\n${day(row.written_on)}　　`, 'letterRight', 92);
        paper.gap(6);
        paper.line(`联系人：${row.officer_name}　　联系电话：${context.office.phone || '—'}`, 'line');
        paper.row(
          [
            { text: '回执', span: 2, look: 'label' },
            { text: `收到 ${row.no} 及附件\n\n收函单位：\n（印章）`, span: 5, look: 'cell' },
            { text: `签收人：\n\n${BLANK_DATE}`, span: 5, look: 'cell' },
          ],
          { minHeight: 75 },
        );
        paper.close(0.35);
        await saveWorkbook(workbook, path);
        return 1;
      },
    };
  },
};
