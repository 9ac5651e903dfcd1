import { termText } from '#shared/domain/rectification/term';
import { daysInMonth, type IsoDate } from '#shared/kernel/dates';
import { Paper } from '../paper/paper';
import { newWorkbook, saveWorkbook } from '../paper/workbook';
import { listOpenOrders } from './data/rectification-repository';
import type { Issue, ReportDefinition } from './definition';
import { fileNameOf, requireMonth, requireParam } from './params';
import { day, ledgerHead, sentence, signatures } from './parts';
import { isAlarming, itemOn, proofLines } from './rectification-facts';

type Entry = Awaited<ReturnType<typeof listOpenOrders>>[number];
type Line = { readonly entry: Entry; readonly history: ReturnType<typeof itemOn> };

const COLUMNS = [
  { header: '序号', share: 8 },
  { header: '责令改正\n通知书文号', share: 29 },
  { header: '监管对象', share: 45 },
  { header: '存在的问题', share: 42 },
  { header: '整改要求', share: 36 },
  { header: '责令日期', share: 22 },
  { header: '整改期限\n（到期日）', share: 23 },
  { header: '整改材料、催告\n与复查情况', share: 42 },
  { header: '状态', share: 22 },
] as const;

/** 整改月度台账: everything that was open at some time in the month, as it stood at its end. */
export const rectificationLedger: ReportDefinition = {
  id: 'rectification-ledger',
  title: '整改月度台账',
  group: 'ledger',
  description: '当月责令和上月结转的整改事项，一项一行，按月末状态；逾期以符号和文字标明。',
  params: [{ key: 'month', label: '月份', type: 'month' }],
  gather: async ({ db, today, office, now }, params) => {
    const month = requireMonth(requireParam(params, 'month', '月份'));
    const first = `${month}-01`;
    const last = `${month}-${daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5)))}`;
    const asOf = last < today ? last : today;
    const entries = first > today ? [] : await listOpenOrders(db, first, last);
    const lines = entries
      .flatMap((entry) =>
        entry.items.map((item) => ({ entry, history: itemOn(item, entry.order, entry.rechecks, asOf) })),
      )
      // what was settled in an earlier month stands in that month's ledger
      .filter(
        ({ history }) => history.state !== 'corrected' || (history.rechecks.at(-1)?.recheck.checkedOn ?? '') >= first,
      );
    const title = `${Number(month.slice(0, 4))}年${Number(month.slice(5))}月整改台账`;
    return {
      fileName: fileNameOf('整改台账', month),
      owner: { table: 'rectification', id: month },
      numbering: { kind: 'series', word: '整账' },
      write: async (path, issue) => {
        const workbook = newWorkbook(title, office.name, new Date(now));
        const paper = new Paper(
          workbook,
          `整改台账 ${month}`,
          'landscape',
          COLUMNS.map(({ share }) => share),
          issue.frame,
        );
        ledgerHead(paper, issue, title, [`状态截至${day(asOf)}`, issue.again].filter((text) => text !== '').join('　'));
        paper.row(COLUMNS.map(({ header }) => ({ text: header, look: 'smallHead' as const })));
        paper.repeatAbove();
        paper.freezeAbove();
        if (lines.length === 0) paper.line('本月无整改事项', 'center', 40);
        for (const [index, line] of lines.entries())
          writeLine(paper, line, { index, total: lines.length, asOf, issue });
        paper.line(counts(lines, first, asOf), 'cell', 24);
        signatures(paper, ['填表人（签名）：', '审核人（签名）：', '负责人（签名）：'], 64);
        paper.close();
        await saveWorkbook(workbook, path);
        return lines.length;
      },
    };
  },
};

type Place = { readonly index: number; readonly total: number; readonly asOf: IsoDate; readonly issue: Issue };

function writeLine(paper: Paper, { entry, history }: Line, { index, total, asOf, issue }: Place): void {
  issue.progress('写入台账', index, total);
  const { order, subjectName, subjectUscc } = entry;
  const { item, dueOn, extended, rechecks, mark } = history;
  const last = rechecks.at(-1);
  const told = proofLines(item.id, entry, asOf);
  const checked = last
    ? `${last.recheck.checkedOn} 复查（${last.recheck.officers.map(({ name }) => name).join('、')}）：${sentence(last.note || last.recheck.conclusion)}`
    : '尚未复查';
  const due = extended ? `${termText(item.term)}\n${item.dueOn}\n延期至\n${dueOn}` : `${termText(item.term)}\n${dueOn}`;
  paper.row([
    { text: index + 1, look: 'smallCenter' },
    { text: `${order.no}\n第 ${item.seq} 项`, look: 'smallCenter' },
    { text: subjectUscc ? `${subjectName}\n${subjectUscc}` : subjectName, look: 'small' },
    { text: item.problem, look: 'small' },
    { text: item.requirement, look: 'small' },
    { text: order.orderedOn, look: 'smallCenter' },
    { text: due, look: 'smallCenter' },
    { text: [...told.proofs, ...told.reminders, checked].join('\n'), look: 'small' },
    { text: mark.replace(/ (?=\d)/, '\n'), look: isAlarming(mark) ? 'smallAlert' : 'smallCenter' },
  ]);
}

function counts(lines: readonly Line[], first: IsoDate, asOf: IsoDate): string {
  const count = (test: (line: Line) => boolean) => lines.filter(test).length;
  const fresh = count(({ entry }) => entry.order.orderedOn >= first);
  const done = count(
    ({ history }) => history.state === 'corrected' && (history.rechecks.at(-1)?.recheck.checkedOn ?? '') >= first,
  );
  const open = count(
    ({ history }) => history.mark.startsWith('◆') || (isAlarming(history.mark) && !history.mark.includes('转处理')),
  );
  const overdue = count(({ history }) => history.overdueDays > 0);
  const extended = count(({ history }) => history.extended && (history.item.extendedOn ?? '') >= first);
  const moved = count(({ history }) => history.mark.includes('转处理'));
  return `合计：本月台账 ${lines.length} 项，其中本月责令 ${fresh} 项、以前月份结转 ${lines.length - fresh} 项；本月复查确认整改 ${done} 项，本月延期 ${extended} 项，转处理 ${moved} 项；${day(asOf)}尚未整改 ${open} 项，其中逾期 ${overdue} 项。`;
}
