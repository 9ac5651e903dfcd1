import { checkNoticeStateLabels } from '#shared/domain/paper/check-notice';
import type { IsoDate } from '#shared/kernel/dates';
import type { ReadDb } from '../../db/dialect';
import type { TodayItem } from './today-items';

const NEXT = { draft: '审批', approved: '制作通知书', noticed: '登记送达' } as const;
const WAITING = ['draft', 'approved', 'noticed'] as const;
const MOST = 50;

/** Approvals and notices that wait for their next step, the earliest visit first. */
export async function listNoticeItems(db: ReadDb, today: IsoDate): Promise<TodayItem[]> {
  const rows = await db
    .selectFrom('check_notice')
    .innerJoin('subject', 'subject.id', 'check_notice.subject_id')
    .select([
      'check_notice.id',
      'check_notice.no',
      'check_notice.state',
      'check_notice.visit_id',
      'check_notice.inspection_id',
      'check_notice.subject_id',
      'check_notice.planned_from',
      'subject.name as subject_name',
    ])
    .where('check_notice.state', 'in', WAITING)
    .orderBy('check_notice.planned_from')
    .limit(MOST)
    .execute();
  return rows.flatMap((row): TodayItem[] => {
    const state = WAITING.find((one) => one === row.state);
    if (!state) return [];
    const on = row.planned_from.slice(0, 10);
    return [
      {
        // where its papers are opened
        id: row.inspection_id ? `inspection/${row.inspection_id}` : `visit/${row.visit_id ?? ''}`,
        noun: 'check_notice',
        title: `检查审批 ${row.no}`,
        subjectId: row.subject_id,
        subjectName: row.subject_name,
        dueOn: on,
        remaining: `${checkNoticeStateLabels[state]}，${on} 检查`,
        urgency: on < today ? 'overdue' : on === today ? 'today' : 'soon',
        next: NEXT[state],
      },
    ];
  });
}
