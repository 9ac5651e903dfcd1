import { useDebouncedValue } from '@mantine/hooks';
import { IconListDetails } from '@tabler/icons-react';
import { useState } from 'react';
import type { RouteOutput } from '#shared/ipc/contract';
import { useRoutePages } from '../../api/pages';
import { useRoute } from '../../api/queries';
import { DataTable } from '../../components/data-table/data-table';
import type { Column } from '../../components/data-table/table-types';
import { EmptyState } from '../../components/state-panels';
import { HashText, MomentText } from '../../components/text';
import { useRemembered } from '../../components/view-memory';
import { moment, thousands } from '../../components/words';
import { AuditPeek } from './audit-peek';
import css from './sections.module.css';

type Entry = RouteOutput<'audit.list'>['rows'][number];

const columns: readonly Column<Entry>[] = [
  { key: 'seq', header: '序号', width: 72, align: 'right', text: ({ seq }) => thousands(seq) },
  {
    key: 'at',
    header: '时间',
    width: 140,
    text: ({ at }) => moment(at),
    render: ({ at }) => <MomentText at={at} />,
  },
  { key: 'officer', header: '经办人', width: 88, text: ({ officerName }) => officerName },
  { key: 'summary', header: '事项', width: 320, grow: true, text: ({ summary }) => summary },
  { key: 'rows', header: '行数', width: 72, align: 'right', text: ({ rowCount }) => thousands(rowCount) },
  { key: 'route', header: '操作', width: 180, hidden: true, text: ({ route }) => route },
  {
    key: 'hash',
    header: '校验值',
    width: 130,
    hidden: true,
    text: ({ hash }) => hash.slice(0, 12),
  },
];

/** Who did what and when; nothing here can be changed. */
export function AuditSection() {
  const [text, setText] = useRemembered('audit:filter', '');
  const [query] = useDebouncedValue(text.trim(), 200);
  const [seq, setSeq] = useState<number | null>(null);
  const pages = useRoutePages('audit.list', query === '' ? {} : { query });
  const head = useRoute('store.status', {}).data?.chainHead;
  return (
    <div className={css.fill}>
      <div className={css.bar}>
        <h2>操作记录</h2>
        <span className={css.hint}>每次写入自动留痕，前后相连，不能修改或删除。</span>
      </div>
      <DataTable
        name="audit"
        label="操作记录"
        columns={columns}
        rows={pages}
        rowKey={(entry) => String(entry.seq)}
        onOpen={(entry) => setSeq(entry.seq)}
        onPeek={(entry) => setSeq(entry.seq)}
        peeking={seq !== null}
        filter={{ value: text, onChange: setText, placeholder: '事项、经办人' }}
        empty={<EmptyState icon={IconListDetails} sentence="还没有操作记录；第一次保存后会出现在这里。" />}
        emptyFiltered={<EmptyState icon={IconListDetails} sentence="没有符合条件的记录。" />}
      />
      {head ? (
        <p className={css.small}>
          记录链末端校验值 <HashText hash={head} />
        </p>
      ) : null}
      <AuditPeek seq={seq} onClose={() => setSeq(null)} />
    </div>
  );
}
