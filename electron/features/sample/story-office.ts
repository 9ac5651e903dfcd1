import type { IsoDate } from '#shared/kernel/dates';
import type { Call, StoryTools } from './story-tools';

/** The office, its people, its subjects and the facts it was given. */
export async function tellOffice({ call, day, file, step }: StoryTools): Promise<void> {
  await call('office.save', {
    name: '云州市市场监督管理局',
    code: '云州市监知',
    district: '云州市',
    address: '云州市云城区文昌巷 8 号',
    phone: '0990-5100000',
  });
  const people = await call('officer.run-import', { file: file('执法人员名单.xlsx') });
  step('导入执法人员', people.inserted);
  const { officers } = await call('officer.list', { activeOnly: true });
  const keeper = officers[0];
  if (keeper) await call('office.act-as', { officerId: keeper.id });

  const agencies = await call('subject.run-import', { file: file('代理机构名录.xlsx') }, actor(officers));
  step('导入代理机构', agencies.inserted);
  const agents = await call('subject.run-import', { file: file('专利代理师名录.xlsx') }, actor(officers));
  step('导入专利代理师', agents.inserted);
  const enterprises = await call('subject.run-import', { file: file('企业名录.csv') }, actor(officers));
  step('导入企业等主体', enterprises.inserted);
  step('退回待改正的行', agencies.failed + agents.failed + enterprises.failed);
  const penalties = await call('fact.run-import', { file: file('行政处罚双公示.xlsx') }, actor(officers));
  step('导入行政处罚', penalties.inserted);
  step('人工录入信用信息', await enterFacts({ call, day }, officers));
  for (const officer of officers.slice(2, 4)) {
    const { rows } = await call('subject.list', { kinds: ['patent_agency'], limit: 3 });
    const subject = rows[officers.indexOf(officer) - 2];
    if (subject)
      await call(
        'officer.add-avoidance',
        { officerId: officer.id, subjectId: subject.id, reason: '近亲属在该机构任职' },
        actor(officers),
      );
  }
  step('登记回避', 2);
}

export const actor = (officers: readonly { id: string }[]) => (officers[0] ? { officerId: officers[0].id } : {});

/** Facts that no table brought: lists of the registry, honours, notices of the patent office. */
async function enterFacts(
  { call, day }: Pick<StoryTools, 'call' | 'day'>,
  officers: readonly { id: string }[],
): Promise<number> {
  const { rows: agencies } = await call('subject.list', { kinds: ['patent_agency'], limit: 200 });
  const { rows: enterprises } = await call('subject.list', { kinds: ['enterprise'], limit: 400 });
  let count = 0;
  const enter = async (
    subject: { id: string } | undefined,
    itemCode: string,
    sourceOrg: string,
    sourceNo: string,
    offset: number,
    summary: string,
    fields: Record<string, string | number | null>,
  ) => {
    if (!subject) return;
    await call(
      'fact.create',
      { subjectId: subject.id, itemCode, sourceOrg, sourceNo, occurredOn: day(offset), summary, fields },
      actor(officers),
    );
    count += 1;
  };
  for (const [index, agency] of agencies.entries()) {
    const year = Number(day(-200).slice(0, 4));
    if (index % 13 === 4) {
      await enter(
        agency,
        'annual_report_late',
        '云海省知识产权局',
        `云知异字${100 + index}号`,
        -170,
        '未在规定期限提交年度报告',
        {
          reportYear: year - 1,
          ...(index % 2 === 0 ? { curedOn: day(-150) } : {}),
        },
      );
      await enter(
        agency,
        'abnormal_list',
        '云海省知识产权局',
        `云知异字${100 + index}号`,
        -170,
        '因未按期提交年度报告列入经营异常名录',
        {
          reason: 'annual_report',
          ...(index % 2 === 0 ? { removedOn: day(-150) } : {}),
        },
      );
    }
    if (index % 19 === 7)
      await enter(
        agency,
        'abnormal_filing_agency',
        '国家知识产权局',
        `非正常通报${2000 + index}`,
        -120,
        '代理非正常专利申请被通报',
        {
          applications: 6 + index,
          region: 'domestic',
          deduction: index % 2 === 0 ? 40 : 20,
        },
      );
    if (index === 20)
      await enter(
        agency,
        'suspension_new_business',
        '国家知识产权局',
        '国知处运字〔2026〕900号',
        -60,
        '责令停止承接新的专利代理业务六个月',
        {
          content: '责令停止承接新的专利代理业务六个月',
          months: 6,
          field: 'patent',
        },
      );
    if (index === 20 || index === 41)
      await enter(
        agency,
        'workload_abnormal',
        '云海省知识产权局',
        `云知监测${index}`,
        -75,
        '人均代理量明显高于正常水平且未说明理由',
        {
          year,
          perAgent: 410,
          normal: 120,
        },
      );
    if (index % 11 === 3)
      await enter(
        agency,
        'honour',
        '云州市人民政府',
        `云政表〔${year}〕${index}号`,
        -240,
        '获评市级知识产权服务品牌机构',
        {
          level: 'city',
          points: 2,
        },
      );
    if (index % 29 === 12)
      await enter(
        agency,
        'report_of_violation',
        '云州市市场监督管理局',
        `云州市监举${index}`,
        -90,
        '举报无资质代理行为经查证属实',
        {
          caseNo: `举${index}`,
          points: 5,
        },
      );
  }
  for (const [index, enterprise] of enterprises.entries()) {
    if (index % 6 === 0)
      await enter(
        enterprise,
        'general_risk_class',
        '云海省市场监督管理局',
        `风险分类-${index}`,
        -40,
        '企业信用风险分类结果',
        {
          class: ['A', 'A', 'B', 'A', 'C', 'B', 'D'][(index / 6) % 7] ?? 'B',
        },
      );
    if (index % 37 === 5)
      await enter(
        enterprise,
        'abnormal_filing',
        '国家知识产权局',
        `非正常通报${3000 + index}`,
        -200,
        '提交非正常专利申请被通报',
        {
          applications: 3 + (index % 5),
          withdrawn: index % 3,
          notifiedOn: day(-200),
        },
      );
    if (index % 41 === 9)
      await enter(
        enterprise,
        'ip_demonstration',
        '国家知识产权局',
        `国知发优势${index}`,
        -400,
        '获评国家知识产权优势企业',
        {
          level: 'national_advantage',
        },
      );
  }
  return count;
}

/** Rates everybody at a day; the second officer approves, so that the grades are current. */
export async function rateEverybody(call: Call, officers: readonly { id: string }[], asOf: IsoDate) {
  const run = await call('rating.rate-all', { asOf }, actor(officers));
  const second = officers[1];
  if (!second) throw new Error('the sample office has too few officers');
  if (run.rated > 0 && run.batchId !== null)
    await call(
      'rating.decide-batch',
      { id: run.batchId, officerId: second.id, decision: 'approve' },
      { officerId: second.id },
    );
  return run;
}
