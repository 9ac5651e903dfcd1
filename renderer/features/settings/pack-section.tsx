import { IconPackage } from '@tabler/icons-react';
import { useState } from 'react';
import { packStatusLabels } from '#shared/domain/catalogue/labels';
import type { RouteOutput } from '#shared/ipc/contract';
import { useRoute } from '../../api/queries';
import { useToday } from '../../api/today';
import { DataTable } from '../../components/data-table/data-table';
import type { Column } from '../../components/data-table/table-types';
import { Facts } from '../../components/facts';
import { FilterChips } from '../../components/filter-chips';
import { PeekDrawer } from '../../components/peek-drawer';
import { StatePill, type StateTone } from '../../components/pill';
import { EmptyState, QueryError } from '../../components/state-panels';
import { HashText } from '../../components/text';
import { useRemembered } from '../../components/view-memory';
import css from './sections.module.css';

type Pack = RouteOutput<'office.list-packs'>['packs'][number];
const statusLabels: Readonly<Record<string, string>> = packStatusLabels;

function force(pack: Pack, today: string): { readonly label: string; readonly tone: StateTone } {
  if (pack.effectiveTo !== null && pack.effectiveTo < today) return { label: '已失效', tone: 'off' };
  if (pack.effectiveFrom !== null && pack.effectiveFrom > today) return { label: '未生效', tone: 'waiting' };
  return { label: '施行中', tone: 'done' };
}

const columnsOf = (today: string): readonly Column<Pack>[] => [
  { key: 'title', header: '名称', width: 230, grow: true, sort: true, text: ({ title }) => title },
  { key: 'kind', header: '用途', width: 104, sort: true, text: ({ kind }) => kind },
  { key: 'version', header: '版本', width: 56, align: 'right', text: ({ version }) => String(version) },
  { key: 'status', header: '来源', width: 84, text: ({ status }) => statusLabels[status] ?? status },
  {
    key: 'effective',
    header: '施行日期',
    width: 120,
    text: ({ effectiveFrom }) => (effectiveFrom === null ? '' : `${effectiveFrom} 起`),
  },
  {
    key: 'unverified',
    header: '未核实',
    width: 72,
    align: 'right',
    sort: (a, b) => a.unverified - b.unverified,
    text: ({ unverified }) => (unverified === 0 ? '' : `${unverified} 处`),
  },
  {
    key: 'force',
    header: '状态',
    width: 96,
    text: (pack) => force(pack, today).label,
    render: (pack) => <StatePill {...force(pack, today)} />,
  },
];

/** The rules that the program works by: files with dates, articles and a digest. */
export function PackSection() {
  const today = useToday();
  const { data, error } = useRoute('office.list-packs', {});
  const [kind, setKind] = useRemembered('packs:kind', 'all');
  const [peeked, setPeeked] = useState<Pack | null>(null);
  if (error) return <QueryError error={error} />;
  const packs = data?.packs;
  const kinds = [...new Set(packs?.map((pack) => pack.kind) ?? [])];
  return (
    <div className={css.fill}>
      <div className={css.bar}>
        <h2>规则包</h2>
        <span className={css.hint}>规则、期限和目录都在这些文件里；“未核实”表示还没有与原文逐字核对。</span>
      </div>
      <DataTable
        name="packs"
        label="规则包"
        unit="个"
        columns={columnsOf(today)}
        rows={packs?.filter((pack) => kind === 'all' || pack.kind === kind)}
        rowKey={({ kind: of, id, version }) => `${of}/${id}/${version}`}
        onOpen={setPeeked}
        onPeek={setPeeked}
        peeking={peeked !== null}
        asOf={today}
        chips={
          <FilterChips
            label="按用途"
            value={kind}
            onChange={setKind}
            chips={[
              { value: 'all', label: '全部', count: packs?.length ?? 0 },
              ...kinds.map((value) => ({
                value,
                label: value,
                count: packs?.filter((pack) => pack.kind === value).length ?? 0,
              })),
            ]}
          />
        }
        empty={<EmptyState icon={IconPackage} sentence="没有读到规则包，请重新安装程序。" />}
      />
      <PeekDrawer
        open={peeked !== null}
        onClose={() => setPeeked(null)}
        title={peeked?.title ?? ''}
        badges={peeked ? <StatePill {...force(peeked, today)} /> : null}
      >
        {peeked ? (
          <Facts
            columns={2}
            items={[
              { label: '用途', value: peeked.kind },
              { label: '来源', value: statusLabels[peeked.status] ?? peeked.status },
              { label: '适用地区', value: peeked.place },
              { label: '版本', value: `第 ${peeked.version} 版` },
              { label: '施行日期', value: peeked.effectiveFrom },
              { label: '失效日期', value: peeked.effectiveTo ?? '未定' },
              {
                label: '未核实',
                value:
                  peeked.unverified === 0 ? (
                    '全部已与原文核对'
                  ) : (
                    <span>{peeked.unverified} 处，使用到的地方都有标记</span>
                  ),
                wide: true,
              },
              { label: '编号', value: peeked.id, wide: true },
              { label: '文件', value: peeked.file, wide: true },
              { label: 'SHA-256', value: <HashText hash={peeked.sha256} />, wide: true },
            ]}
          />
        ) : null}
      </PeekDrawer>
    </div>
  );
}
