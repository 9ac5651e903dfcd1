import { IconSnowflake } from '@tabler/icons-react';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useRoute } from '../../api/queries';
import { useToday } from '../../api/today';
import { DataTable } from '../../components/data-table/data-table';
import type { Column } from '../../components/data-table/table-types';
import { Facts } from '../../components/facts';
import { PeekDrawer } from '../../components/peek-drawer';
import { StatePill } from '../../components/pill';
import { EmptyState, QueryError } from '../../components/state-panels';
import { HashText, MomentText } from '../../components/text';
import { moment, thousands } from '../../components/words';
import { type FreezeRow, freezeStateLabels, freezeStateTones, scopeWords } from './plan-words';

const columns: readonly Column<FreezeRow>[] = [
  { key: 'title', header: '名录', width: 260, grow: true, sort: true, text: ({ title }) => title },
  { key: 'scope', header: '范围', width: 88, sort: true, text: scopeWords },
  {
    key: 'state',
    header: '状态',
    width: 104,
    sort: true,
    text: ({ state }) => freezeStateLabels[state],
    render: ({ state }) => <StatePill label={freezeStateLabels[state]} tone={freezeStateTones[state]} />,
  },
  {
    key: 'population',
    header: '候选名录',
    width: 96,
    align: 'right',
    sort: (a, b) => a.populationSize - b.populationSize,
    text: ({ populationSize }) => `${thousands(populationSize)} 户`,
  },
  {
    key: 'total',
    header: '应抽',
    width: 80,
    align: 'right',
    sort: (a, b) => a.total - b.total,
    text: ({ total }) => `${thousands(total)} 户`,
  },
  {
    key: 'hash',
    header: '校验值',
    width: 120,
    text: ({ listSha256 }) => `${listSha256.slice(0, 4)} ${listSha256.slice(4, 8)} …`,
  },
  {
    key: 'createdAt',
    header: '冻结时间',
    width: 148,
    sort: (a, b) => a.createdAt.localeCompare(b.createdAt),
    text: ({ createdAt }) => moment(createdAt),
    render: ({ createdAt }) => <MomentText at={createdAt} />,
  },
  { key: 'officer', header: '冻结人', width: 88, text: ({ officerName }) => officerName ?? '' },
];

/** Every list that was ever frozen: whoever freezes again and again is seen here. */
export function FreezeTable() {
  const navigate = useNavigate();
  const today = useToday();
  const list = useRoute('plan.list-freezes', {});
  const [peeked, setPeeked] = useState<FreezeRow | null>(null);
  return (
    <>
      {list.error ? <QueryError error={list.error} /> : null}
      <DataTable
        name="plan-freeze"
        label="冻结记录"
        unit="份"
        columns={columns}
        rows={list.error ? [] : list.data?.freezes}
        rowKey={({ id }) => id}
        asOf={today}
        onOpen={({ id, planId }) => navigate(planId ? `/plans/${planId}` : `/plans/new?freeze=${id}`)}
        onPeek={setPeeked}
        peeking={peeked !== null}
        empty={<EmptyState icon={IconSnowflake} sentence="还没有冻结过名录。" />}
      />
      {peeked ? (
        <PeekDrawer
          open
          onClose={() => setPeeked(null)}
          title={peeked.title}
          badges={<StatePill label={freezeStateLabels[peeked.state]} tone={freezeStateTones[peeked.state]} />}
        >
          <Facts
            columns={2}
            items={[
              ...(peeked.discardReason ? [{ label: '停用理由', value: peeked.discardReason, wide: true }] : []),
              { label: '候选名录', value: `${thousands(peeked.populationSize)} 户` },
              { label: '应抽', value: `${thousands(peeked.total)} 户` },
              { label: '执法人员', value: `${thousands(peeked.officers)} 名` },
              { label: '冻结人', value: peeked.officerName },
              { label: '冻结时间', value: <MomentText at={peeked.createdAt} />, wide: true },
              { label: '名录校验值（SHA-256）', value: <HashText hash={peeked.listSha256} />, wide: true },
              { label: '名录校验值（SM3）', value: <HashText hash={peeked.listSm3} />, wide: true },
              { label: '单位随机数的承诺值', value: <HashText hash={peeked.nonceSha256} />, wide: true },
            ]}
          />
        </PeekDrawer>
      ) : null}
    </>
  );
}
