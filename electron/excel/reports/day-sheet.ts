import { inspectionKindLabels } from '#shared/domain/plan/inspection-kinds';
import { formatZh } from '#shared/kernel/dates';
import { loadOuting, type OutingStop } from '../../db/outing';
import { Paper } from '../paper/paper';
import { newWorkbook, saveWorkbook } from '../paper/workbook';
import type { ReportDefinition } from './definition';
import { fileNameOf, requireDate, requireParam } from './params';
import { ledgerHead, signatures } from './parts';

/** What fits into a bag; a longer day is two sheets. */
const MAX_STOPS = 300;

/** 外出检查日程单: the visits of a day in the order of the way, to be carried along. */
export const daySheet: ReportDefinition = {
  id: 'day-sheet',
  title: '外出检查日程单',
  group: 'list',
  description: '一天的检查对象，按行程先后排列：地址、联系人、电话、等级、上次发现的问题，以及要带的材料。',
  params: [
    { key: 'date', label: '检查日期', type: 'date' },
    { key: 'officer', label: '检查人员', type: 'id', optional: true },
  ],
  gather: async ({ db, office, packs, now }, params) => {
    const on = requireDate(requireParam(params, 'date', '检查日期'), 'date', '检查日期');
    const officerId = params['officer'];
    const filter = { from: on, to: on, ...(officerId ? { officerId } : {}) };
    const { stops } = await loadOuting(db, filter, packs.checklists(), MAX_STOPS);
    return {
      fileName: fileNameOf('外出检查日程单', on),
      owner: { table: 'visit', id: `${on}${officerId ? ` ${officerId}` : ''}` },
      numbering: { kind: 'none' },
      write: async (path, issue) => {
        const workbook = newWorkbook(`外出检查日程单 ${on}`, office.name, new Date(now));
        const paper = new Paper(workbook, '日程单', 'landscape', [9, 46, 46, 30, 16, 58, 22, 28], issue.frame);
        ledgerHead(paper, issue, '外出检查日程单', formatZh(on));
        paper.row(
          ['序号', '检查对象', '地址', '联系人\n电话', '等级', '上次发现的问题', '检查类型', '检查情况\n（手写）'].map(
            (text) => ({ text, look: 'smallHead' as const }),
          ),
        );
        paper.repeatAbove();
        for (const [index, stop] of stops.entries()) paper.row(cellsOf(stop, index), { minHeight: 46 });
        if (stops.length === 0) paper.line('这一天没有待检查的安排。', 'small', 24);
        const bring = [...new Set(stops.flatMap((stop) => stop.bring))];
        paper.line(
          `合计 ${stops.length} 户。检查人员：${officersOf(stops).join('、') || '未派出'}。${bring.length > 0 ? `带：${bring.map((thing) => `□${thing}`).join('　')}` : ''}`,
          'small',
          24,
        );
        signatures(paper, ['领取人（签名）：', '领取人（签名）：', '交回确认（签名）：'], 56);
        await saveWorkbook(workbook, path);
        return stops.length;
      },
    };
  },
};

const REMEDIES = { open: '待整改', corrected: '已整改', uncorrected: '未整改' } as const;

const officersOf = (stops: readonly OutingStop[]): readonly string[] => [
  ...new Set(stops.flatMap(({ officers }) => officers.map(({ name, certificateNo }) => `${name}（${certificateNo}）`))),
];

function cellsOf(stop: OutingStop, index: number) {
  const problems = stop.lastProblems.map(
    ({ facts, rectified }, at) => `${at + 1}．${facts}（${rectified ? REMEDIES[rectified] : '未责令改正'}）`,
  );
  const last = stop.lastVisitOn
    ? problems.length > 0
      ? `${stop.lastVisitOn}：${problems.join('')}`
      : `${stop.lastVisitOn} 检查未发现问题`
    : '没有检查记录';
  return [
    { text: index + 1, look: 'smallCenter' as const },
    { text: [stop.subjectName, stop.uscc ?? ''].filter(Boolean).join('\n'), look: 'small' as const },
    { text: stop.address ?? '未登记', look: 'small' as const },
    { text: [stop.contact ?? '', stop.phone ?? '未登记电话'].filter(Boolean).join('\n'), look: 'smallCenter' as const },
    { text: stop.gradeCode ?? '未评', look: 'smallCenter' as const },
    { text: last, look: 'small' as const },
    { text: inspectionKindLabels[stop.kind], look: 'smallCenter' as const },
    { text: '', look: 'small' as const },
  ];
}
