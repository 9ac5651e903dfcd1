import { checklistItems } from '#shared/domain/inspection/checklist';
import {
  answerLabels,
  avoidanceLabels,
  inspectionMethodLabels,
  inspectionMethods,
  severityLabels,
} from '#shared/domain/inspection/codes';
import { dispositionLabels, resultLabels } from '#shared/domain/inspection/result-codes';
import { type InspectionKind, inspectionKindLabels } from '#shared/domain/plan/inspection-kinds';
import { Paper } from '../paper/paper';
import { newWorkbook, saveWorkbook } from '../paper/workbook';
import { getInspection, type PaperInspection } from './data/inspection-repository';
import { officersText } from './data/json-column';
import type { Issue, ReportDefinition } from './definition';
import { fileNameOf, requireParam } from './params';
import { citation, day, FORM_GRID, formHead, pair, section, signatures, subjectBlock, unverified, wide } from './parts';

/** 现场检查记录 and 随机抽查情况记录表, one sheet each. */
export const inspectionRecord: ReportDefinition = {
  id: 'inspection-record',
  title: '现场检查记录',
  group: 'document',
  description: '现场检查记录一张，检查事项、结果和后续处置（随机抽查情况记录表）一张。',
  params: [{ key: 'id', label: '检查', type: 'id', noun: 'inspection' }],
  gather: async ({ db, office, now }, params) => {
    const found = await getInspection(db, requireParam(params, 'id', '检查'));
    return {
      fileName: fileNameOf('现场检查记录', found.no, found.subject.name),
      owner: { table: 'inspection', id: found.id },
      numbering: { kind: 'record', no: found.no },
      write: async (path, issue) => {
        const workbook = newWorkbook(`现场检查记录 ${found.no}`, office.name, new Date(now));
        const onSite = found.method === 'on_site';
        writeRecord(
          new Paper(workbook, onSite ? '现场检查记录' : '检查记录', 'portrait', FORM_GRID, issue.frame),
          found,
          issue,
        );
        writeTable(new Paper(workbook, '抽查情况记录表', 'portrait', FORM_GRID, issue.frame), found, issue);
        await saveWorkbook(workbook, path);
        return checklistItems(found.checklist).length;
      },
    };
  },
};

/** @example time('2026-11-23T14:05') // '2026年11月23日14时05分' */
const time = (at: string | null): string =>
  at === null ? '　　年　月　日　时　分' : `${day(at.slice(0, 10))}${at.slice(11, 13)}时${at.slice(14, 16)}分`;

function writeRecord(paper: Paper, found: PaperInspection, issue: Issue): void {
  const { officers, subject } = found;
  const title = found.method === 'on_site' ? '现场检查记录' : '检查记录';
  formHead(paper, issue, title, found.finished ? '' : '未办结，仅供核对');
  wide(paper, '检查时间', `${time(found.startedAt)} 至 ${time(found.endedAt)}`);
  wide(paper, '检查地点', found.place);
  wide(paper, '检查人员\n及执法证号', officersText(officers));
  subjectBlock(paper, subject, '当事人');
  wide(paper, '通知当事人\n到场情况', found.partyPresent);
  const told = found.rightsTold ? '当事人：已看清楚。' : '当事人：＿＿＿＿';
  wide(
    paper,
    '告知',
    `检查人员：我们是${issue.frame.office}的执法人员，依法就${found.checklist.title}进行现场检查，请予配合。现向你出示我们的执法证件，你是否看清楚？\n${told}`,
  );
  wide(
    paper,
    '权利义务',
    `检查人员：你有权进行陈述和申辩。你应当如实回答询问，并协助调查或者检查，不得拒绝或者阻挠。你认为检查人员与你（单位）有直接利害关系或者有其他关系可能影响公正执法的，依法有申请回避的权利。你是否申请检查人员回避？\n当事人：${found.avoidance === null ? '＿＿＿＿' : `${avoidanceLabels[found.avoidance]}。`}`,
  );
  wide(paper, '现场情况', found.scene);
  wide(paper, '当事人的\n陈述和申辩', found.statement || '无');
  wide(
    paper,
    '附件',
    found.attachments
      .map((file, index) => `${index + 1}．${file.file_name}${file.note ? `（${file.note}）` : ''}`)
      .join('\n') || '无',
  );
  wide(paper, '笔录确认', '当事人：以上记录我已看过，与事实相符。＿＿＿＿＿＿＿＿（由当事人逐字书写并签名）');
  signatures(paper, ['当事人\n（签名盖章）：', '见证人\n（签名）：', '检查人员\n（签名）：', '检查人员\n（签名）：']);
  paper.line('笔录只记录检查时看到的事实；更正之处由当事人签名或者按指印。', 'note');
  paper.close();
}

function writeTable(paper: Paper, found: PaperInspection, issue: Issue): void {
  formHead(paper, issue, '随机抽查情况记录表', found.finished ? '' : '未办结，仅供核对');
  const kinds: Readonly<Record<string, string>> = inspectionKindLabels satisfies Record<InspectionKind, string>;
  pair(paper, ['任务名称', found.plan || kinds[found.kind] || found.kind], ['任务编号', found.no]);
  subjectBlock(paper, found.subject, '被检查对象');
  wide(
    paper,
    '核查方式',
    inspectionMethods
      .map((method) => `${method === found.method ? '☑' : '□'} ${inspectionMethodLabels[method]}`)
      .join('　'),
  );
  section(
    paper,
    `检查事项（${found.checklist.title}，第 ${found.checklist.version} 版${unverified(found.checklist.verified)}）`,
  );
  paper.row([
    { text: '序号', look: 'smallHead' },
    { text: '检查事项及依据', span: 5, look: 'smallHead' },
    { text: '结果', span: 2, look: 'smallHead' },
    { text: '发现问题情况', span: 4, look: 'smallHead' },
  ]);
  checklistItems(found.checklist).forEach((item, index) => {
    const answer = found.answers.find((entry) => entry.item_code === item.code);
    const problem = answer?.answer === 'problem';
    paper.row([
      { text: index + 1, look: 'smallCenter' },
      { text: `${item.question}\n${citation(item.clause)}`, span: 5, look: 'small' },
      {
        text: answer?.asked === 'not_asked' ? '— 不询问' : answerMark(answer?.answer),
        span: 2,
        look: problem ? 'smallAlert' : 'smallCenter',
      },
      {
        text: problemText(found, item.code) || answer?.asked_because || answer?.reason || answer?.note || '',
        span: 4,
        look: 'small',
      },
    ]);
  });
  const others = found.findings.filter((finding) => finding.item_code === null);
  if (others.length > 0) wide(paper, '检查表以外的问题', others.map(findingText).join('\n'));
  section(paper, '检查结果与后续处置');
  wide(paper, '检查结果', found.result ? `${resultLabels[found.result]}（代码 ${found.result}）` : '未登记');
  wide(paper, '后续处置措施', found.disposition ? dispositionLabels[found.disposition] : '未登记');
  pair(paper, ['是否完结', found.finished ? '● 已完结' : '○ 未完结'], ['完结日期', day(found.finishedOn)]);
  pair(paper, ['检查执行部门', issue.frame.office], ['扫码入企登记号', found.scanNo]);
  wide(paper, '检查人员', officersText(found.officers));
  signatures(paper, ['检查人员（签名）：', '检查人员（签名）：', '审核人（签名）：']);
  paper.line('检查结果应当依法向社会公示。', 'note');
  paper.close();
}

function answerMark(answer: PaperInspection['answers'][number]['answer'] | undefined): string {
  switch (answer) {
    case 'compliant':
      return `● ${answerLabels.compliant}`;
    case 'problem':
      return `■ ${answerLabels.problem}`;
    case 'not_applicable':
      return `— ${answerLabels.not_applicable}`;
    case 'not_checked':
      return `○ ${answerLabels.not_checked}`;
    case undefined:
      return '○ 未作答';
  }
}

type Finding = PaperInspection['findings'][number];
const findingText = (finding: Finding): string =>
  `【${severityLabels[finding.severity]}】${finding.facts}（${citation(finding.clause)}）`;

function problemText(found: PaperInspection, itemCode: string): string {
  return found.findings
    .filter((finding) => finding.item_code === itemCode)
    .map(findingText)
    .join('\n');
}
