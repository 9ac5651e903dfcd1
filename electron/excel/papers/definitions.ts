import { blankPaperIds, type PaperId, paperIds, paperTitles } from '#shared/domain/paper/papers';
import { Paper } from '../paper/paper';
import { newWorkbook, saveWorkbook } from '../paper/workbook';
import type { ReportContext, ReportDefinition } from '../reports/definition';
import { fileNameOf, requireParam } from '../reports/params';
import { FORM_GRID } from '../reports/parts';
import { gatherBlank } from './gather-blank';
import { type GatheredPaper, gatherPaper } from './gather-paper';
import { writeContent } from './write-content';

const DESCRIPTIONS: Record<PaperId, string> = {
  'check-approval': '检查前由机关负责人审批；内容来自检查安排和检查表。',
  'check-notice': '一式两联，打印两份：一联送达当事人，一联填写送达回执后存档。',
  checklist: '带对象信息、供现场手工勾选的检查表，每页约 12 项。',
  'inspection-record': '现场检查笔录一张，检查事项、结果和后续处置（随机抽查情况记录表）一张。',
  'interview-record': '问答逐条记录，每页签名；证件号码完整列出，请妥善保管。',
  'rectification-order': '一式两联，打印两份：一联送达当事人，一联填写送达回执后存档。',
  'recheck-record': '责令改正的复查：两名复查人、逐项结果和复查意见。',
  'result-record': '检查事项、结果和后续处置（随机抽查情况记录表）。',
};

/** What the choice of a record is called, and its noun when the page of reports can offer it. */
const PARAMS: Record<PaperId, { readonly label: string; readonly noun?: 'inspection' | 'rectification' }> = {
  'check-approval': { label: '检查审批' },
  'check-notice': { label: '检查审批' },
  checklist: { label: '检查', noun: 'inspection' },
  'inspection-record': { label: '检查', noun: 'inspection' },
  'interview-record': { label: '询问笔录' },
  'rectification-order': { label: '责令改正', noun: 'rectification' },
  'recheck-record': { label: '复查' },
  'result-record': { label: '检查', noun: 'inspection' },
};

const isBlank = (paper: PaperId): paper is (typeof blankPaperIds)[number] =>
  blankPaperIds.some((blank) => blank === paper);

async function gather(context: ReportContext, paper: PaperId, params: Readonly<Record<string, string>>) {
  const reservedId = params['reservedId'] ?? '';
  if (reservedId !== '' && isBlank(paper)) return gatherBlank(context, paper, reservedId);
  return gatherPaper(context, paper, requireParam(params, 'id', PARAMS[paper].label), true);
}

const define = (paper: PaperId): ReportDefinition => ({
  id: paper,
  title: paperTitles[paper],
  group: 'document',
  description: DESCRIPTIONS[paper],
  params: [
    {
      key: 'id',
      label: PARAMS[paper].label,
      type: 'id',
      ...(PARAMS[paper].noun ? { noun: PARAMS[paper].noun } : {}),
    },
  ],
  gather: async (context, params) => {
    const found = await gather(context, paper, params);
    const { content, no, subjectName, owner } = found;
    const title = content.blank ? `${paperTitles[paper]}（空白）` : paperTitles[paper];
    return {
      fileName: fileNameOf(title, no, subjectName),
      owner,
      numbering: { kind: 'record', no },
      variant: content.blank && owner.table === 'reserved_number' ? 'blank' : null,
      write: async (path, issue) => {
        const workbook = newWorkbook(`${title} ${no}`, context.office.name, new Date(context.now));
        const sheet = (one: GatheredPaper['content']) =>
          writeContent(
            new Paper(workbook, one.title, 'portrait', FORM_GRID, { ...issue.frame, pageLine: one.pageLine }),
            one,
          );
        sheet(content);
        // the record of an inspection and its table belong together
        if (paper === 'inspection-record') sheet((await gather(context, 'result-record', params)).content);
        await saveWorkbook(workbook, path);
        return found.rows;
      },
    };
  },
});

/** The papers of an inspection, each from the content that the window shows as well. */
export const paperReports: readonly ReportDefinition[] = paperIds.map(define);
