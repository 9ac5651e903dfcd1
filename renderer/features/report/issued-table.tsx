import { Button } from '@mantine/core';
import { IconFileReport } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { useRoute } from '../../api/queries';
import { useToday } from '../../api/today';
import { DataTable } from '../../components/data-table/data-table';
import type { Column } from '../../components/data-table/table-types';
import { Facts } from '../../components/facts';
import { PeekDrawer } from '../../components/peek-drawer';
import { EmptyState, QueryError } from '../../components/state-panels';
import { HashText, MomentText } from '../../components/text';
import { useRemembered } from '../../components/view-memory';
import { moment } from '../../components/words';
import css from './report.module.css';
import type { Issued } from './report-words';

const MOST = 1000;

const columns: readonly Column<Issued>[] = [
  {
    key: 'no',
    header: '文号',
    width: 236,
    sort: true,
    text: ({ no }) => no || '不编号',
    render: ({ no }) => (no ? no : <span className={css.none}>不编号</span>),
  },
  { key: 'title', header: '文书', width: 130, sort: true, text: ({ title }) => title },
  { key: 'fileName', header: '文件名', width: 240, grow: true, sort: true, text: ({ fileName }) => fileName },
  {
    key: 'createdAt',
    header: '出具时间',
    width: 148,
    sort: (a, b) => a.createdAt.localeCompare(b.createdAt),
    text: ({ createdAt }) => moment(createdAt),
    render: ({ createdAt }) => <MomentText at={createdAt} />,
  },
  { key: 'officer', header: '经办人', width: 84, sort: true, text: ({ officerName }) => officerName ?? '' },
  {
    key: 'sha256',
    header: 'SHA-256',
    width: 120,
    text: ({ sha256 }) => sha256,
    render: ({ sha256 }) => <span className={css.hash}>{sha256.slice(0, 8)}…</span>,
  },
];

/** The register of issued documents: a file in someone's hands can be held against it. */
export function IssuedTable() {
  const today = useToday();
  const [text, setText] = useRemembered('report:issued', '');
  const [peeked, setPeeked] = useState<Issued | null>(null);
  const list = useRoute('report.list-issued', { limit: MOST });
  if (list.error) return <QueryError error={list.error} />;
  const query = text.trim().toLowerCase();
  const rows = list.data?.documents.filter((document) =>
    [document.no, document.title, document.fileName, document.sha256, document.officerName ?? ''].some((part) =>
      part.toLowerCase().includes(query),
    ),
  );
  return (
    <>
      <DataTable
        name="issued-documents"
        label="出具的文书"
        unit="份"
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        asOf={today}
        onOpen={setPeeked}
        onPeek={setPeeked}
        peeking={peeked !== null}
        filter={{ value: text, onChange: setText, placeholder: '文号、文件名、校验值' }}
        chips={(list.data?.documents.length ?? 0) >= MOST ? <span className={css.what}>只列最近 1,000 份</span> : null}
        empty={
          <EmptyState
            icon={IconFileReport}
            sentence="还没有出具过文书；导出的每一份都会登记在这里。"
            action={
              <Button component={Link} to="/reports" variant="default">
                查看可以导出的文书
              </Button>
            }
          />
        }
        emptyFiltered={<EmptyState icon={IconFileReport} sentence="没有符合条件的文书；文号或校验值可以只输一部分。" />}
      />
      {peeked ? (
        <PeekDrawer open onClose={() => setPeeked(null)} title={peeked.title}>
          <Facts
            columns={1}
            items={[
              { label: '文号', value: peeked.no || '不编号' },
              { label: '文件名', value: peeked.fileName },
              { label: '出具时间', value: <MomentText at={peeked.createdAt} /> },
              { label: '经办人', value: peeked.officerName },
              { label: '文件校验值（SHA-256）', value: <HashText hash={peeked.sha256} /> },
            ]}
          />
        </PeekDrawer>
      ) : null}
    </>
  );
}
