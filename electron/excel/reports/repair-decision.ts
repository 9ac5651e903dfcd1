import { AppError } from '#shared/kernel/errors';
import { Paper } from '../paper/paper';
import { newWorkbook, saveWorkbook } from '../paper/workbook';
import { getRepair } from './data/repair-repository';
import type { Issue, ReportContext, ReportDefinition } from './definition';
import { fileNameOf, requireParam } from './params';
import { citation, day, FORM_GRID, sentence } from './parts';

type Found = Awaited<ReturnType<typeof getRepair>>;
type Decision = NonNullable<Found['repair']['decision']>;

/** No official form of the decision was found; the wording is the program's and says so. */
const FORM_NOTE = '参考格式：未见正式文本式样，使用前请按上级机关印发的式样核对。';

export const repairDecision: ReportDefinition = {
  id: 'repair-decision',
  title: '信用修复决定书',
  group: 'document',
  description: '准予或者不予信用修复决定书，送达申请人（参考格式）。',
  params: [{ key: 'id', label: '信用修复申请', type: 'id', noun: 'repair' }],
  gather: async (context, params) => {
    const found = await getRepair(context.db, context.packs, requireParam(params, 'id', '信用修复申请'));
    const { decision } = found.repair;
    if (!decision)
      throw new AppError('bad_state', `修复申请 ${found.repair.no} 尚未作出决定，请先办理决定再出具决定书。`);
    const title = decision.decision === 'grant' ? '准予信用修复决定书' : '不予信用修复决定书';
    return {
      fileName: fileNameOf(title, found.repair.no, found.subject.name),
      owner: { table: 'repair', id: found.repair.id },
      numbering: { kind: 'series', word: '信修决' },
      write: async (path, issue) => {
        const workbook = newWorkbook(`${title} ${issue.no}`, context.office.name, new Date(context.now));
        const paper = new Paper(workbook, title, 'portrait', FORM_GRID, issue.frame);
        writeLetter(paper, title, found, decision, context, issue);
        paper.close();
        await saveWorkbook(workbook, path);
        return 1;
      },
    };
  },
};

function writeLetter(
  paper: Paper,
  title: string,
  found: Found,
  decision: Decision,
  context: ReportContext,
  issue: Issue,
): void {
  const { subject } = found;
  paper.line(issue.frame.office, 'office');
  paper.line(title, 'title', 40);
  paper.repeatAbove();
  paper.row([
    { text: '参考格式', span: 6, look: 'line' },
    { text: issue.no, span: 6, look: 'number' },
  ]);
  paper.gap(12);
  paper.line(`${subject.name}（${subject.idLabel}：${subject.idText || '—'}）：`, 'letter');
  for (const paragraph of paragraphs(found, decision, context.packs.orderNotice().remedy.text))
    paper.line(`　　${paragraph}`, 'letter');
  paper.gap(10);
  paper.line(`${issue.frame.office}　　\n（印章）　　　　\n${day(decision.on)}　　`, 'letterRight', 92);
  paper.gap(6);
  paper.line(`联系电话：${context.office.phone || '—'}　　地址：${context.office.address || '—'}`, 'line');
  paper.line(FORM_NOTE, 'note');
}

function paragraphs(
  { repair, dishonesty, pack, subject }: Found,
  decision: Decision,
  remedy: string,
): readonly string[] {
  const you = subject.uscc === '' ? '你' : '你单位';
  const record = `${dishonesty.authority}于${day(dishonesty.decidedOn)}作出的《${dishonesty.documentNo}》`;
  const applied = `${you}于${day(repair.appliedOn)}就${record}所认定的失信信息（${dishonesty.actText}），向本机关提出信用修复申请（${repair.no}）。`;
  const verified = repair.verification ? `经核查，${sentence(repair.verification.text)}` : '';
  const basis = [...new Set(pack.basis.map(citation))].join('、');
  if (decision.decision === 'grant')
    return [
      applied,
      [verified, repair.opinion ? sentence(repair.opinion.text) : ''].join(''),
      `依据${basis}的规定，本机关决定准予信用修复。`,
      `本机关将按规定停止公示和共享上述失信信息，解除相应的管理措施，并重新进行信用评价。${you}应当继续守法诚信经营；申请材料弄虚作假的，本机关将撤销本决定。`,
    ].filter((text) => text !== '');
  return [
    applied,
    verified,
    `本机关认为：${sentence(decision.reason)}`,
    `依据${basis}的规定，本机关决定不予信用修复。`,
    decision.nextOn ? `${you}可自${day(decision.nextOn)}起再次提出申请。` : '不予修复的情形消除后，可以再次提出申请。',
    remedy.replaceAll('本通知', '本决定'),
  ].filter((text) => text !== '');
}
