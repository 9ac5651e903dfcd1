import { type ResultCode, resultCodes, resultLabels } from '#shared/domain/inspection/result-codes';
import { kindText } from '#shared/domain/plan/inspection-kinds';
import { taskStateLabels } from '#shared/domain/plan/task';
import { causeText } from '#shared/domain/plan/visit-cause';
import { AppError } from '#shared/kernel/errors';
import {
  countByKind,
  countByResult,
  countByState,
  countFindings,
  countOrders,
  countSubjects,
  findCampaign,
  listCampaignPlans,
  listCampaignVisits,
} from '../../db/campaign-rows';
import type { ReadDb } from '../../db/dialect';
import { Paper } from '../paper/paper';
import { newWorkbook, saveWorkbook } from '../paper/workbook';
import type { ReportDefinition } from './definition';
import { fileNameOf, requireParam } from './params';
import { day, FORM_GRID, formHead, pair, section, signatures, wide } from './parts';

type Count = { readonly label: string; readonly n: number };
const sum = (rows: readonly { readonly n: number }[]): number => rows.reduce((total, { n }) => total + n, 0);
const text = (rows: readonly Count[]): string =>
  rows.length === 0 ? '无' : `${rows.map(({ label, n }) => `${label} ${n}`).join('，')}；合计 ${sum(rows)}`;
const mergedText = (leadDate: string | null): string => (leadDate === null ? '' : `并入 ${leadDate} 的检查`);

/** Why a visit was let pass above the yearly cap, and who confirmed it. */
const capText = (row: Awaited<ReturnType<typeof listCampaignVisits>>[number]): string =>
  row.cap === null
    ? ''
    : `超年度上限（${row.cap} 次，已有 ${row.counted} 次）：${causeText(row.cap_cause, row.cap_note)}；确认人 ${row.passer ?? ''}`;
const resultText = (code: string | null): string => {
  const known: ResultCode | undefined = resultCodes.find((one) => one === code);
  return known ? resultLabels[known] : '';
};

/** One campaign: basis, tasks, results and the list they are counted from; every split shows its sum. */
export const campaignReport: ReportDefinition = {
  id: 'campaign-report',
  title: '专项行动总结报告',
  group: 'document',
  description: '一次专项行动的部署文件、抽取和检查任务、结果、责令改正与逐项清单，各项合计相符。',
  params: [{ key: 'id', label: '专项行动', type: 'id' }],
  gather: async (context, params) => {
    const found = await gather(context.db, requireParam(params, 'id', '专项行动'));
    const { campaign } = found;
    return {
      fileName: fileNameOf('专项行动总结', campaign.title),
      owner: { table: 'campaign', id: campaign.id },
      numbering: { kind: 'series', word: '专总' },
      write: async (path, issue) => {
        const workbook = newWorkbook(`专项行动总结 ${campaign.title}`, context.office.name, new Date(context.now));
        const paper = new Paper(workbook, '总结', 'portrait', FORM_GRID, issue.frame);
        formHead(paper, issue, '专项行动总结报告', issue.again);
        section(paper, '一、部署');
        wide(paper, '名称', campaign.title);
        wide(paper, '部署文件', campaign.basis);
        pair(
          paper,
          ['起止日期', `${day(campaign.from_on)}至${day(campaign.to_on)}`],
          ['状态', campaign.state === 'open' ? '进行中' : `已于${day(campaign.closed_on ?? '')}结束`],
        );
        wide(paper, '内容和要求', campaign.description);
        section(paper, '二、任务和结果');
        pair(paper, ['任务合计', `${sum(found.byState)} 项`], ['涉及对象', `${found.subjects} 户`]);
        wide(paper, '按状态', text(found.byState));
        wide(
          paper,
          '来源',
          `随机抽取 ${sum(found.byState) - found.arranged}，人工安排 ${found.arranged}；合计 ${sum(found.byState)}`,
        );
        wide(paper, '按检查类型', `${text(found.byKind)}（不含已取消）`);
        wide(paper, '检查结果', text(found.byResult));
        pair(
          paper,
          ['发现问题', `${found.findings} 个`],
          ['责令改正', `${sum(found.orders)} 件，已办结 ${found.ordersClosed} 件`],
        );
        for (const plan of found.plans)
          wide(
            paper,
            '列入的抽取',
            `${plan.title}：抽中 ${plan.tasks ?? 0} 户，已检查 ${plan.inspected ?? 0} 户${plan.state === 'void' ? '（已作废）' : ''}`,
          );
        section(paper, '三、总结');
        wide(paper, '总结', campaign.conclusion ?? '（专项行动尚未结束）');
        section(paper, '四、检查任务清单');
        paper.row([
          { text: '序号', look: 'label' },
          { text: '检查对象', span: 4, look: 'label' },
          { text: '日期', span: 2, look: 'label' },
          { text: '类型和来源', span: 3, look: 'label' },
          { text: '状态和结果', span: 2, look: 'label' },
        ]);
        for (const [index, row] of found.visits.entries()) {
          issue.progress('写入清单', index, found.visits.length);
          const origin = row.plan_title ?? causeText(row.cause, row.cause_note);
          paper.row([
            { text: String(index + 1), look: 'cell' },
            { text: row.name, span: 4, look: 'cell' },
            { text: row.lead_date ?? row.date, span: 2, look: 'cell' },
            {
              text: [`${kindText(row.kind)}　${origin}`, mergedText(row.lead_date), capText(row)]
                .filter((part) => part !== '')
                .join('\n'),
              span: 3,
              look: 'cell',
            },
            {
              text: [taskStateLabels[row.state], resultText(row.result_code)].filter((part) => part !== '').join('：'),
              span: 2,
              look: 'cell',
            },
          ]);
        }
        signatures(paper, ['填表人（签名）：', '审核人（签名）：', '负责人（签名）：']);
        paper.close();
        await saveWorkbook(workbook, path);
        return found.visits.length;
      },
    };
  },
};

async function gather(db: ReadDb, id: string) {
  const campaign = await findCampaign(db, id);
  if (!campaign) throw new AppError('not_found', '没有找到这次专项行动，请刷新列表后重试。');
  const states = await countByState(db, id);
  const orders = await countOrders(db, id);
  return {
    campaign,
    byState: states.map(({ state, n }) => ({ label: taskStateLabels[state], n })),
    arranged: states.reduce((total, { arranged }) => total + arranged, 0),
    byKind: (await countByKind(db, id)).map(({ kind, n }) => ({ label: kindText(kind), n })),
    byResult: (await countByResult(db, id)).map(({ result, n }) => ({ label: resultText(result) || '未登记结果', n })),
    subjects: (await countSubjects(db, id)).n,
    findings: (await countFindings(db, id)).n,
    orders,
    ordersClosed: sum(orders.filter(({ state }) => state === 'closed')),
    plans: await listCampaignPlans(db, id),
    visits: await listCampaignVisits(db, id),
  };
}
