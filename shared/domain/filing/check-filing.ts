import type { IsoDate } from '../../kernel/dates';
import type { FieldProblem } from '../../kernel/errors';
import type { PatentFilingRow, TrademarkFilingRow } from './filing-columns';

type Say = (path: string, message: string) => void;

function collect(check: (say: Say) => void): readonly FieldProblem[] {
  const problems: FieldProblem[] = [];
  check((path, message) => problems.push({ path, message }));
  return problems;
}

function notLater(say: Say, path: string, label: string, date: IsoDate | null, today: IsoDate): void {
  if (date !== null && date > today) say(path, `${label}晚于今天，请核对。`);
}

function inOrder(say: Say, path: string, message: string, first: IsoDate | null, then: IsoDate | null): void {
  if (first !== null && then !== null && then < first) say(path, message);
}

/** The rules over a whole row of CNIPA's notice; `path` = column key. */
export const checkPatentRow = (row: PatentFilingRow, today: IsoDate): readonly FieldProblem[] =>
  collect((say) => {
    notLater(say, 'notifiedOn', '通报日期', row.notifiedOn, today);
    notLater(say, 'handledOn', '处理日期', row.handledOn, today);
    inOrder(say, 'notifiedOn', '通报日期早于申请日，请核对。', row.filedOn, row.notifiedOn);
    inOrder(say, 'handledOn', '处理日期早于通报日期，请核对。', row.notifiedOn, row.handledOn);
    if (row.handledOn !== null && (row.handling === null || row.handling === 'notified'))
      say('handling', '填了处理日期，请写明处理情况（已说明或已撤回）。');
  });

/** The rules over a whole row of trademark filings. */
export const checkTrademarkRow = (row: TrademarkFilingRow, today: IsoDate): readonly FieldProblem[] =>
  collect((say) => {
    notLater(say, 'filedOn', '申请日期', row.filedOn, today);
    notLater(say, 'assignedOn', '转让日期', row.assignedOn, today);
    notLater(say, 'decidedOn', '决定日期', row.decidedOn, today);
    inOrder(say, 'assignedOn', '转让日期早于申请日期，请核对。', row.filedOn, row.assignedOn);
    inOrder(say, 'decidedOn', '决定日期早于申请日期，请核对。', row.filedOn, row.decidedOn);
    if (row.assignedOn !== null && row.assignee === null) say('assignee', '填了转让日期，请补上受让人。');
    if (row.assignee !== null && row.assignedOn === null) say('assignedOn', '填了受让人，请补上转让日期。');
    if (row.decidedOn !== null && row.decisionKind === null) say('decisionKind', '填了决定日期，请补上决定种类。');
    if (row.decisionKind !== null && row.decidedOn === null) say('decidedOn', '填了决定种类，请补上决定日期。');
  });
