import { Button } from '@mantine/core';
import { IconChartBar } from '@tabler/icons-react';
import { Link, useNavigate, useSearchParams } from 'react-router-dom';
import { ratingRunStateLabels, ratingRunStates } from '#shared/domain/rating/run-state';
import { useListRows } from '../../api/list-rows';
import { useToday } from '../../api/today';
import { DataTable } from '../../components/data-table/data-table';
import { FilterChips } from '../../components/filter-chips';
import { Page, PageHeader } from '../../components/page';
import { EmptyState } from '../../components/state-panels';
import { runColumns } from './run-columns';

/** Every run of ratings: who made it, who approved it, whether it is published. */
export function RunListPage() {
  const navigate = useNavigate();
  const today = useToday();
  const [params, setParams] = useSearchParams();
  const asked = params.get('state');
  const state = ratingRunStates.find((known) => known === asked) ?? null;
  const list = useListRows('rating.list-batches', { states: state ? [state] : [] });
  const rate = (
    <Button component={Link} to="/ratings/run" variant="default">
      开展评价
    </Button>
  );
  return (
    <Page kind="list">
      <PageHeader
        title="历次评价"
        purpose="评价成批提交，由另一名人员审定后生效；审定和公示的记录都在这里。"
        back={{ to: '/ratings', label: '评价' }}
        actions={rate}
      />
      <DataTable
        name="rating-runs"
        label="历次评价"
        unit="批"
        asOf={today}
        columns={list.columns(runColumns)}
        rows={list.rows}
        rowKey={({ id }) => id}
        onOpen={({ id }) => navigate(`/ratings/runs/${id}`)}
        chips={
          <FilterChips
            label="状态"
            value={state ?? ''}
            onChange={(next) => setParams(next === '' ? {} : { state: next }, { replace: true })}
            chips={[
              { value: '', label: '全部' },
              ...ratingRunStates.map((value) => ({ value, label: ratingRunStateLabels[value] })),
            ]}
          />
        }
        empty={
          state ? (
            <EmptyState
              icon={IconChartBar}
              sentence={`没有${ratingRunStateLabels[state]}的评价。`}
              action={
                <Button variant="default" onClick={() => setParams({}, { replace: true })}>
                  清除筛选条件
                </Button>
              }
            />
          ) : (
            <EmptyState icon={IconChartBar} sentence="还没有开展过评价；每一批评价都会列在这里。" action={rate} />
          )
        }
      />
    </Page>
  );
}
