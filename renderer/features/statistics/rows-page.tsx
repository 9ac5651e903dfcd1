import { Button } from '@mantine/core';
import { IconListDetails } from '@tabler/icons-react';
import { Link, useNavigate, useSearchParams } from 'react-router-dom';
import { dispositionLabels, resultLabels } from '#shared/domain/inspection/result-codes';
import { inspectionKindLabels } from '#shared/domain/plan/inspection-kinds';
import { monthZh } from '#shared/domain/statistics/month';
import { type StatRow, statDimensions, statSourceLabels } from '#shared/domain/statistics/stat-row';
import { useListRows } from '../../api/list-rows';
import { useRoute } from '../../api/queries';
import { useToday } from '../../api/today';
import { DataTable } from '../../components/data-table/data-table';
import type { Column } from '../../components/data-table/table-types';
import { Page, PageHeader } from '../../components/page';
import { StatePill } from '../../components/pill';
import { EmptyState } from '../../components/state-panels';
import { recordPath } from './statistics-words';

const words = (labels: Readonly<Record<string, string>>, code: string): string => labels[code] ?? code;

const columns: readonly Column<StatRow>[] = [
  { key: 'no', header: '编号', width: 190, sort: true, text: ({ no }) => no },
  { key: 'subject', header: '监管对象', width: 220, grow: true, sort: true, text: ({ subject }) => subject },
  { key: 'on', header: '日期', width: 104, sort: true, text: ({ on }) => on },
  { key: 'kind', header: '检查类型', width: 104, sort: true, text: ({ kind }) => words(inspectionKindLabels, kind) },
  { key: 'result', header: '检查结果', width: 160, sort: true, text: ({ result }) => words(resultLabels, result) },
  {
    key: 'disposition',
    header: '后续处置',
    width: 200,
    hidden: true,
    text: ({ disposition }) => words(dispositionLabels, disposition),
  },
  { key: 'grade', header: '等级', width: 64, sort: true, text: ({ grade }) => grade },
  { key: 'station', header: '所队', width: 96, sort: true, text: ({ station }) => station },
  { key: 'plan', header: '计划', width: 180, hidden: true, text: ({ plan }) => plan },
  { key: 'stratum', header: '抽查层次', width: 120, hidden: true, text: ({ stratum }) => stratum },
  { key: 'code', header: '统一社会信用代码', width: 180, hidden: true, text: ({ code }) => code },
  { key: 'source', header: '来源', width: 96, hidden: true, text: ({ source }) => statSourceLabels[source] },
];

/** The records behind one figure, each leading to its file; of a frozen month as they were. */
export function StatisticsRowsPage() {
  const navigate = useNavigate();
  const today = useToday();
  const [params] = useSearchParams();
  const month = params.get('month') ?? today.slice(0, 7);
  const scope = params.get('scope') === 'year' ? 'year' : 'month';
  const by = statDimensions.find((one) => one === params.get('by'));
  const input = {
    month,
    scope,
    figure: params.get('figure') ?? 'inspected',
    ...(by === undefined ? {} : { by, key: params.get('key') ?? '' }),
  } as const;
  const list = useListRows('statistics.list-rows', input);
  const head = useRoute('statistics.list-rows', { ...input, offset: 0, limit: 1 }).data;
  const back = `/reports/statistics?month=${month}&scope=${scope}`;
  return (
    <Page kind="list">
      <PageHeader
        title={`${monthZh(month)}${scope === 'year' ? '（1 月至本月）' : ''}${head?.label ?? ''}`}
        purpose={head?.frozen ? '按冻结时的内容列出，打开的记录是现在的内容。' : '按账面现状列出；回车打开这条记录。'}
        badges={
          head ? <StatePill label={head.frozen ? '已冻结' : '未冻结'} tone={head.frozen ? 'done' : 'waiting'} /> : null
        }
        back={{ to: back, label: '统计' }}
      />
      <DataTable
        name="statistics-rows"
        label={head?.label ?? '记录'}
        unit="条"
        asOf={head?.frozen ? null : today}
        columns={list.columns(columns)}
        rows={list.rows}
        rowKey={({ source, id }) => `${source} ${id}`}
        onOpen={(row) => {
          const path = recordPath(row);
          if (path) navigate(path);
        }}
        empty={
          <EmptyState
            icon={IconListDetails}
            sentence="这个数没有对应的记录。"
            action={
              <Button component={Link} to={back} variant="default">
                返回统计
              </Button>
            }
          />
        }
      />
    </Page>
  );
}
