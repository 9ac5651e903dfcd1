import { Button } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { dishonestyStateLabels, dishonestyStates } from '#shared/domain/dishonesty/codes';
import { useListRows } from '../../api/list-rows';
import { useToday } from '../../api/today';
import { DataTable } from '../../components/data-table/data-table';
import { FilterChips } from '../../components/filter-chips';
import { EmptyState } from '../../components/state-panels';
import { useRemembered } from '../../components/view-memory';
import { recordColumns } from './record-columns';
import { RecordPeek } from './record-peek';
import type { DishonestyRow } from './repair-words';

type Chip = (typeof dishonestyStates)[number] | 'all';

export function RecordsPanel() {
  const navigate = useNavigate();
  const today = useToday();
  const [chip, setChip] = useRemembered<Chip>('dishonesty:state', 'active');
  const [query, setQuery] = useRemembered('dishonesty:query', '');
  const [peeked, setPeeked] = useState<DishonestyRow | null>(null);
  const list = useListRows('dishonesty.list', {
    ...(chip === 'all' ? {} : { state: chip }),
    ...(query.trim() ? { query: query.trim() } : {}),
  });
  return (
    <>
      <DataTable
        name="dishonesty"
        label="失信记录"
        unit="条"
        columns={list.columns(recordColumns)}
        rows={list.rows}
        rowKey={(row) => row.id}
        asOf={today}
        onOpen={(row) => navigate(`/repairs/records/${row.id}`)}
        onPeek={setPeeked}
        peeking={peeked !== null}
        filter={{ value: query, onChange: setQuery, placeholder: '主体、文书号' }}
        chips={
          <FilterChips
            label="状态"
            chips={[...dishonestyStates, 'all' as const].map((value) => ({
              value,
              label: value === 'all' ? '全部' : dishonestyStateLabels[value],
            }))}
            value={chip}
            onChange={setChip}
          />
        }
        empty={
          <EmptyState
            sentence={chip === 'active' ? '没有有效的失信记录。' : '没有这一状态的失信记录。'}
            action={
              <Button variant="default" onClick={() => navigate('/repairs/records/new')}>
                登记失信记录
              </Button>
            }
          />
        }
        emptyFiltered={<EmptyState sentence="没有符合条件的失信记录，请放宽筛选。" />}
      />
      <RecordPeek row={peeked} onClose={() => setPeeked(null)} />
    </>
  );
}
