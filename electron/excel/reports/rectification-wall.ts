import { remaining } from '#shared/domain/calendar/remaining';
import { addDays, weekday } from '#shared/kernel/dates';
import type { ReadDb } from '../../db/dialect';
import { officersColumn } from '../../db/officers-on-duty';
import { Paper } from '../paper/paper';
import { newWorkbook, saveWorkbook } from '../paper/workbook';
import type { ReportDefinition } from './definition';
import { fileNameOf } from './params';
import { day, ledgerHead } from './parts';

const COLUMNS = [
  { header: '序号', share: 9 },
  { header: '监管对象', share: 60 },
  { header: '整改要求', share: 62 },
  { header: '到期日', share: 34 },
  { header: '期限情况', share: 50 },
  { header: '承办人', share: 28 },
] as const;

/** 本周整改清单: for the wall of the office, what is late first, then what is due until Sunday. */
export const rectificationWall: ReportDefinition = {
  id: 'rectification-wall',
  title: '本周整改清单',
  group: 'ledger',
  description: '已逾期和本周到期的整改事项，逾期在前，大字横排，供张贴；不含证件号码和电话。',
  params: [],
  gather: async ({ db, packs, today, office, now }) => {
    const sunday = addDays(today, 7 - weekday(today));
    const items = await listDueItems(db, sunday);
    const calendar = packs.calendar();
    return {
      fileName: fileNameOf('本周整改清单', today),
      owner: { table: 'rectification', id: `wall ${today}` },
      numbering: { kind: 'none' },
      write: async (path, issue) => {
        const workbook = newWorkbook(`本周整改清单 ${today}`, office.name, new Date(now));
        const shares = COLUMNS.map(({ share }) => share);
        const paper = new Paper(workbook, '本周整改清单', 'landscape', shares, issue.frame);
        ledgerHead(paper, issue, '本周整改清单', `${day(today)}至${day(sunday)}`);
        paper.row(COLUMNS.map(({ header }) => ({ text: header, look: 'head' as const })));
        paper.repeatAbove();
        for (const [index, item] of items.entries()) {
          const late = item.due_on < today;
          const officers = officersColumn.parse(JSON.parse(item.officers)).map(({ name }) => name);
          paper.row(
            [
              { text: index + 1, look: 'wallCenter' },
              { text: item.subject_name, look: 'wall' },
              { text: `${item.requirement}（${item.no}第${item.seq}项）`, look: 'wall' },
              { text: item.due_on, look: 'wallCenter' },
              {
                text: `${late ? '▲ ' : ''}${remaining(today, item.due_on, calendar).text}`,
                look: late ? 'wallAlert' : 'wallCenter',
              },
              { text: officers.join('\n'), look: 'wallCenter' },
            ],
            { minHeight: 48 },
          );
        }
        if (items.length === 0) paper.line('没有逾期和本周到期的整改事项。', 'wall', 40);
        const late = items.filter(({ due_on }) => due_on < today).length;
        paper.line(`合计 ${items.length} 项，其中逾期 ${late} 项。`, 'line', 28);
        await saveWorkbook(workbook, path);
        return items.length;
      },
    };
  },
};

/** Open items of running orders that are due until a day, the longest overdue first. */
const listDueItems = (db: ReadDb, until: string) =>
  db
    .selectFrom('rectification_item as item')
    .innerJoin('rectification', 'rectification.id', 'item.rectification_id')
    .innerJoin('subject', 'subject.id', 'rectification.subject_id')
    .select((eb) => [
      'rectification.no',
      'rectification.officers',
      'subject.name as subject_name',
      'item.seq',
      'item.requirement',
      eb.fn.coalesce('item.extended_to', 'item.due_on').as('due_on'),
    ])
    .where('rectification.state', '=', 'ordered')
    .where('item.state', '!=', 'corrected')
    .where((eb) => eb(eb.fn.coalesce('item.extended_to', 'item.due_on'), '<=', until))
    .orderBy('due_on')
    .orderBy('rectification.no')
    .orderBy('item.seq')
    .execute();
