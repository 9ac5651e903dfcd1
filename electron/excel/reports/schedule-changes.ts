import { Paper } from '../paper/paper';
import type { ExcelBook } from '../paper/workbook';
import type { PaperPlan } from './data/plan-repository';
import type { Issue } from './definition';
import { ledgerHead, signatures } from './parts';
import { localMoment } from './schedule-words';

/** 变更记录: what came after the draw, beside it and never instead of it. */
export function writeChanges(workbook: ExcelBook, plan: PaperPlan, issue: Issue): void {
  const paper = new Paper(workbook, '变更记录', 'landscape', [10, 50, 14, 44, 44, 30, 54, 36, 36], issue.frame);
  ledgerHead(paper, issue, '抽取后的改期和换人', plan.title);
  paper.line('抽取结果不因变更而改变；核验程序核验的是抽取时的日期和人员，下列各项在抽取之后另行办理。', 'note');
  paper.row(
    ['序号', '检查对象', '变更', '原定', '改为', '原因', '说明', '经办人\n确认人', '办理时间'].map((text) => ({
      text,
      look: 'smallHead' as const,
    })),
  );
  paper.repeatAbove();
  paper.freezeAbove();
  const visits = new Map(plan.visits.map((visit) => [visit.id, visit]));
  plan.changes.forEach((change, index) => {
    const visit = visits.get(change.visitId);
    paper.row([
      { text: index + 1, look: 'smallCenter' },
      { text: `${visit?.subjectName ?? ''}\n${visit?.code ?? ''}`, look: 'small' },
      { text: change.kindLabel, look: 'smallCenter' },
      { text: change.before, look: 'smallCenter' },
      { text: change.after, look: 'smallCenter' },
      { text: change.cause, look: 'smallCenter' },
      { text: change.reason, look: 'small' },
      { text: [change.by, change.second].filter((name) => name !== '').join('\n'), look: 'smallCenter' },
      { text: localMoment(change.at), look: 'smallCenter' },
    ]);
  });
  signatures(paper, ['经办人（签名）：', '审核人（签名）：', '负责人（签名）：'], 64);
}
