import { dishonestyClassLabels, dishonestyStateLabels, regimeLabels } from '#shared/domain/dishonesty/codes';
import {
  followUpCodes,
  followUpLabels,
  recommendationLabels,
  repairStateLabels,
  verifyMethodLabels,
} from '#shared/domain/repair/repair';
import { maskPhone } from '#shared/domain/subject/id-number';
import { Paper } from '../paper/paper';
import { newWorkbook, saveWorkbook } from '../paper/workbook';
import { officersText } from './data/json-column';
import { getRepair } from './data/repair-repository';
import type { ReportDefinition } from './definition';
import { fileNameOf, requireParam } from './params';
import {
  citation,
  day,
  FORM_GRID,
  formHead,
  pair,
  section,
  sentence,
  signatures,
  stepsText,
  subjectBlock,
  unverified,
  wide,
} from './parts';

type Found = Awaited<ReturnType<typeof getRepair>>;

export const repairReport: ReportDefinition = {
  id: 'repair-report',
  title: '信用修复报告',
  group: 'document',
  description: '一案一份：失信记录、期限怎样算出、条件逐项核对、核查、意见、决定和四项后续办理。',
  params: [{ key: 'id', label: '信用修复申请', type: 'id', noun: 'repair' }],
  gather: async (context, params) => {
    const found = await getRepair(context.db, context.packs, requireParam(params, 'id', '信用修复申请'));
    return {
      fileName: fileNameOf('信用修复报告', found.repair.no, found.subject.name),
      owner: { table: 'repair', id: found.repair.id },
      numbering: { kind: 'series', word: '修报' },
      write: async (path, issue) => {
        const workbook = newWorkbook(`信用修复报告 ${found.repair.no}`, context.office.name, new Date(context.now));
        const paper = new Paper(workbook, '信用修复报告', 'portrait', FORM_GRID, issue.frame);
        formHead(paper, issue, '信用修复报告', issue.again);
        writeApplication(paper, found);
        writeConditions(paper, found);
        writeCourse(paper, found);
        signatures(paper, ['承办人（签名）：', '审核人（签名）：', '负责人（签名）：']);
        paper.close();
        await saveWorkbook(workbook, path);
        return found.lines.length;
      },
    };
  },
};

function writeApplication(paper: Paper, { repair, dishonesty, pack, subject }: Found): void {
  const { terms } = repair;
  section(paper, '一、申请主体');
  subjectBlock(paper, subject, '申请主体');
  pair(paper, ['申请编号', repair.no], ['申请日期', day(repair.appliedOn)]);
  pair(paper, ['联系人', repair.applicant.contact], ['联系电话', maskPhone(repair.applicant.phone)]);
  wide(paper, '申请事项', repair.applicant.statement);
  section(paper, '二、失信记录');
  wide(paper, '失信行为', `${dishonesty.actText}${unverified(dishonesty.actVerified)}`);
  pair(paper, ['认定文书文号', dishonesty.documentNo], ['认定机关', dishonesty.authority]);
  pair(paper, ['认定日期', day(dishonesty.decidedOn)], ['公示日期', day(dishonesty.publishedOn) || '未登记']);
  pair(
    paper,
    ['失信程度', dishonestyClassLabels[dishonesty.class]],
    ['记录状态', dishonestyStateLabels[dishonesty.state]],
  );
  wide(paper, '失信事实', dishonesty.actSummary);
  wide(paper, '处理结果', dishonesty.penalty);
  section(paper, '三、适用规则与期限');
  wide(paper, '适用制度', regimeLabels[dishonesty.regime]);
  wide(paper, '适用规则', `${pack.title}\n${[...new Set(pack.basis.map(citation))].join('；')}`);
  pair(paper, ['最早可申请日', day(terms.earliestOn) || '无需申请'], ['自动停止日', day(terms.endsOn)]);
  const marks = [
    terms.verified ? '' : '以上期限所据规则未经官方文本核实。',
    terms.estimated ? '起算日为推算。' : '',
  ].join('');
  wide(paper, '期限计算', [stepsText(terms.steps), marks].filter((text) => text !== '').join('\n'));
}

function writeConditions(paper: Paper, { lines }: Found): void {
  const met = lines.filter((line) => line.met && line.evidence !== '').length;
  section(paper, `四、修复条件核对（共 ${lines.length} 项，满足 ${met} 项，缺 ${lines.length - met} 项）`);
  paper.row([
    { text: '序号', look: 'head' },
    { text: '条件及依据', span: 5, look: 'head' },
    { text: '核对结果', span: 2, look: 'head' },
    { text: '证明材料', span: 4, look: 'head' },
  ]);
  lines.forEach((line, index) => {
    const complete = line.met && line.evidence !== '';
    paper.row([
      { text: index + 1, look: 'center' },
      { text: `${line.text}\n${citation(line.basis)}${unverified(line.verified)}`, span: 5 },
      {
        text: complete ? '● 满足' : line.met ? '■ 缺材料' : '■ 未满足',
        span: 2,
        look: complete ? 'center' : 'alertCenter',
      },
      { text: line.evidence || `缺（应提供：${line.evidenceHint}）`, span: 4, look: line.evidence ? 'cell' : 'alert' },
    ]);
  });
}

function writeCourse(paper: Paper, { repair, decisionNo }: Found): void {
  const { verification, opinion, decision } = repair;
  section(paper, '五、核查、意见与决定');
  wide(
    paper,
    '核查情况',
    verification
      ? `${day(verification.on)}　${verifyMethodLabels[verification.method]}：${sentence(verification.text)}${verification.falseStatement ? '\n■ 核查发现申请材料不实。' : ''}\n核查人员：${officersText(verification.officers)}`
      : '尚未核查',
    verification?.falseStatement ? 'alert' : 'cell',
  );
  wide(
    paper,
    '处理意见',
    opinion
      ? `${recommendationLabels[opinion.recommend]}。${sentence(opinion.text)}\n${opinion.officerName}　${day(opinion.on)}`
      : '尚未提出意见',
  );
  const number = decisionNo ?? '决定书尚未出具';
  const next = decision?.nextOn ? `\n最早可再次申请：${day(decision.nextOn)}` : '';
  const reason = decision?.reason ? `：${sentence(decision.reason)}` : '';
  wide(
    paper,
    '修复决定',
    decision
      ? `${recommendationLabels[decision.decision]}${reason}\n文号：${number}　决定人：${decision.officerName}　${day(decision.on)}${next}`
      : `尚未决定（目前状态：${repairStateLabels[repair.state]}）`,
    decision?.decision === 'refuse' ? 'alert' : 'cell',
  );
  section(paper, '六、后续办理');
  paper.row([
    { text: '事项', span: 3, look: 'head' },
    { text: '办理结果', span: 2, look: 'head' },
    { text: '办理日期', span: 2, look: 'head' },
    { text: '经办人', span: 2, look: 'head' },
    { text: '备注', span: 3, look: 'head' },
  ]);
  for (const code of followUpCodes) {
    const line = repair.followUp.find((entry) => entry.code === code);
    const idle = decision?.decision === 'grant' ? '○ 未办理' : '— 不适用';
    paper.row([
      { text: followUpLabels[code], span: 3 },
      { text: line ? '● 已办理' : idle, span: 2, look: 'center' },
      { text: line?.on ?? '', span: 2, look: 'smallCenter' },
      { text: line?.officerName ?? '', span: 2, look: 'center' },
      { text: line?.note ?? '', span: 3, look: 'small' },
    ]);
  }
}
