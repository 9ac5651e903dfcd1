import { dishonestyClassLabels } from '#shared/domain/dishonesty/codes';
import { followUpLabels, openFollowUps, type RepairState, repairStateLabels } from '#shared/domain/repair/repair';
import { daysInMonth, type IsoDate } from '#shared/kernel/dates';
import { AppError } from '#shared/kernel/errors';
import { Paper } from '../paper/paper';
import { newWorkbook, saveWorkbook } from '../paper/workbook';
import { listRepairs, type PaperRepair } from './data/repair-repository';
import type { ReportDefinition, ReportParams } from './definition';
import { fileNameOf, requireMonth, requireYear } from './params';
import { day, ledgerHead, signatures } from './parts';

type Line = Awaited<ReturnType<typeof listRepairs>>[number];

const COLUMNS = [
  { header: '序号', share: 9 },
  { header: '申请编号', share: 26 },
  { header: '申请主体', share: 43 },
  { header: '失信行为', share: 34 },
  { header: '认定文书文号', share: 28 },
  { header: '程度', share: 12 },
  { header: '最早可申请\n自动停止', share: 22 },
  { header: '申请日期', share: 22 },
  { header: '决定及日期', share: 24 },
  { header: '后续办理', share: 28 },
  { header: '状态', share: 23 },
] as const;

const STATE_MARKS: Record<RepairState, string> = {
  applied: '◆',
  verified: '◆',
  opined: '◆',
  granted: '▲',
  refused: '■',
  closed: '●',
};

export const repairLedger: ReportDefinition = {
  id: 'repair-ledger',
  title: '信用修复台账',
  group: 'ledger',
  description: '一个月或一年内申请、决定或仍在办理的信用修复，一件一行；填月份或者年度之一。',
  params: [
    { key: 'month', label: '月份（与年度二选一）', type: 'month' },
    { key: 'year', label: '年度（与月份二选一）', type: 'year' },
  ],
  gather: async ({ db, packs, office, today, now }, params) => {
    const period = periodOf(params);
    const last = period.to < today ? period.to : today;
    const lines = period.from > today ? [] : await listRepairs(db, packs, period.from, period.to);
    const title = `${period.label}信用修复台账`;
    return {
      fileName: fileNameOf('信用修复台账', period.id),
      owner: { table: 'repair', id: period.id },
      numbering: { kind: 'series', word: '修账' },
      write: async (path, issue) => {
        const workbook = newWorkbook(title, office.name, new Date(now));
        const paper = new Paper(
          workbook,
          `信用修复台账 ${period.id}`,
          'landscape',
          COLUMNS.map(({ share }) => share),
          issue.frame,
        );
        ledgerHead(paper, issue, title, issue.again);
        paper.row(COLUMNS.map(({ header }) => ({ text: header, look: 'smallHead' as const })));
        paper.repeatAbove();
        paper.freezeAbove();
        if (lines.length === 0) paper.line(`${period.word}无信用修复事项`, 'center', 40);
        lines.forEach((line, index) => {
          issue.progress('写入台账', index, lines.length);
          writeLine(paper, line, index);
        });
        paper.line(counts(lines, period.from, last), 'cell', 24);
        signatures(paper, ['填表人（签名）：', '审核人（签名）：', '负责人（签名）：'], 64);
        paper.close();
        await saveWorkbook(workbook, path);
        return lines.length;
      },
    };
  },
};

function periodOf(params: ReportParams) {
  const [month, year] = [params['month']?.trim() ?? '', params['year']?.trim() ?? ''];
  if ((month === '') === (year === ''))
    throw new AppError('bad_input', '请填写月份或者年度，二选一。', [{ path: 'month', message: '月份与年度填写一项' }]);
  if (year !== '')
    return { id: requireYear(year), from: `${year}-01-01`, to: `${year}-12-31`, label: `${year}年`, word: '本年度' };
  requireMonth(month);
  const [y, m] = [Number(month.slice(0, 4)), Number(month.slice(5))];
  return { id: month, from: `${month}-01`, to: `${month}-${daysInMonth(y, m)}`, label: `${y}年${m}月`, word: '本月' };
}

function writeLine(paper: Paper, { repair, dishonesty, subjectName, subjectUscc }: Line, index: number): void {
  const { terms, decision } = repair;
  const alarming = repair.state === 'granted';
  paper.row([
    { text: index + 1, look: 'smallCenter' },
    { text: repair.no, look: 'smallCenter' },
    { text: subjectUscc ? `${subjectName}\n${subjectUscc}` : subjectName, look: 'small' },
    { text: dishonesty.actText, look: 'small' },
    { text: `${dishonesty.documentNo}\n${dishonesty.decidedOn}`, look: 'smallCenter' },
    { text: dishonestyClassLabels[dishonesty.class], look: 'smallCenter' },
    { text: `${terms.earliestOn ?? '无需申请'}\n${terms.endsOn}`, look: 'smallCenter' },
    { text: repair.appliedOn, look: 'smallCenter' },
    {
      text: decision ? `${decision.decision === 'grant' ? '准予' : '不予'}\n${decision.on}` : '未决定',
      look: 'smallCenter',
    },
    { text: followUpText(repair), look: 'small' },
    {
      text: `${STATE_MARKS[repair.state]} ${repairStateLabels[repair.state]}`,
      look: alarming ? 'smallAlert' : 'smallCenter',
    },
  ]);
}

function followUpText(repair: PaperRepair): string {
  if (repair.decision?.decision !== 'grant') return '—';
  const open = openFollowUps({ followUp: repair.followUp.map((line) => ({ ...line, officerId: '' })) });
  return open.length === 0 ? '四项均已办理' : `未办理：${open.map((code) => followUpLabels[code]).join('、')}`;
}

function counts(lines: readonly Line[], from: IsoDate, to: IsoDate): string {
  const inside = (on: string | undefined) => on !== undefined && from <= on && on <= to;
  const count = (test: (repair: PaperRepair) => boolean) => lines.filter(({ repair }) => test(repair)).length;
  const applied = count((repair) => inside(repair.appliedOn));
  const granted = count(({ decision }) => decision?.decision === 'grant' && inside(decision.on));
  const refused = count(({ decision }) => decision?.decision === 'refuse' && inside(decision.on));
  const open = count(({ state }) => state === 'applied' || state === 'verified' || state === 'opined');
  const unfinished = count(({ state }) => state === 'granted');
  return `合计：本期台账 ${lines.length} 件，其中本期收到申请 ${applied} 件；本期准予修复 ${granted} 件，不予修复 ${refused} 件；截至${day(to)}在办 ${open} 件，已准予而后续办理未完成 ${unfinished} 件。`;
}
