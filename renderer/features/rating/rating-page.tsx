import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconChartBar, IconTableExport } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router-dom';
import { useExportDocument } from '../../api/export-document';
import { useListRows } from '../../api/list-rows';
import { useRoute } from '../../api/queries';
import { useToday } from '../../api/today';
import { DataTable } from '../../components/data-table/data-table';
import { FilterChips } from '../../components/filter-chips';
import { useBands } from '../../components/grade-bands';
import { Page, PageHeader } from '../../components/page';
import { EmptyState } from '../../components/state-panels';
import { useRemembered } from '../../components/view-memory';
import { DistributionPanel } from './distribution-panel';
import { ratingColumns } from './rating-columns';
import { RatingPeek } from './rating-peek';
import type { RatingRow } from './rating-words';
import { WaitingBar } from './waiting-bar';

/** The rating that each subject has now. */
export function RatingPage() {
  const navigate = useNavigate();
  const bands = useBands();
  const [grade, setGrade] = useRemembered('rating:grade', '');
  const [movedOnly, setMovedOnly] = useRemembered('rating:moved', false);
  const [text, setText] = useRemembered('rating:query', '');
  const [query] = useDebouncedValue(text.trim(), 120);
  const [peeked, setPeeked] = useState<RatingRow | null>(null);
  const { run, busy } = useExportDocument();
  const list = useListRows('rating.list', { query, grades: grade === '' ? [] : [grade], movedOnly });
  const whole = useRoute('rating.list', { limit: 1 }).data;

  const counts = Map.groupBy(whole?.distribution ?? [], ({ gradeCode }) => gradeCode);
  const countOf = (code: string) => (counts.get(code) ?? []).reduce((sum, { count }) => sum + count, 0);
  const codes = [...new Set(bands.packs.flatMap(({ grades }) => grades.map(({ code }) => code)))];
  const rated = whole !== undefined && whole.distribution.length > 0;
  const filtered = query !== '' || grade !== '' || movedOnly;
  const showAll = () => {
    setText('');
    setGrade('');
    setMovedOnly(false);
  };
  const today = useToday();
  const rateAll = (variant: 'filled' | 'default') => (
    <Button component={Link} to="/ratings/run" variant={variant} leftSection={<IconChartBar size={16} stroke={1.5} />}>
      开展评价
    </Button>
  );

  return (
    <Page kind="list">
      <PageHeader
        title="评价"
        purpose="每户当前的信用等级，每一分都能查到依据和来源。"
        actions={
          <>
            <Button component={Link} to="/ratings/migration" variant="default">
              等级迁移
            </Button>
            <Button component={Link} to="/ratings/runs" variant="default">
              历次评价
            </Button>
            <Button
              variant="default"
              loading={busy}
              disabled={!rated}
              leftSection={<IconTableExport size={16} stroke={1.5} />}
              onClick={() => void run('rating-list')}
            >
              导出评价结果表…
            </Button>
            {rateAll('filled')}
          </>
        }
      />
      <WaitingBar note="审定以前，下面仍是原来的等级。" />
      {rated ? <DistributionPanel distribution={whole.distribution} unrated={whole.unrated} bands={bands} /> : null}
      <DataTable
        name="rating"
        label="评价"
        unit="户"
        asOf={today}
        columns={list.columns(ratingColumns(bands))}
        rows={list.rows}
        rowKey={({ id }) => id}
        onOpen={({ id }) => navigate(`/ratings/${id}`)}
        onPeek={setPeeked}
        peeking={peeked !== null}
        filter={{ value: text, onChange: setText, placeholder: '主体名称' }}
        chips={
          <>
            <FilterChips
              label="信用等级"
              value={grade}
              onChange={setGrade}
              chips={[
                { value: '', label: '全部' },
                ...codes
                  .filter((code) => countOf(code) > 0 || code === grade)
                  .map((code) => ({ value: code, label: bands.bandOf(code)?.name ?? code, count: countOf(code) })),
              ]}
            />
            <FilterChips
              label="等级变动"
              value={movedOnly ? 'moved' : ''}
              onChange={() => setMovedOnly(!movedOnly)}
              chips={[{ value: 'moved', label: '只看变动' }]}
            />
          </>
        }
        empty={
          filtered ? (
            <EmptyState
              icon={IconChartBar}
              sentence={movedOnly ? '没有等级变动的主体。' : '没有符合条件的评价。'}
              action={
                <Button variant="default" onClick={showAll}>
                  清除筛选条件
                </Button>
              }
            />
          ) : (
            <EmptyState
              icon={IconChartBar}
              sentence="还没有审定的评价；评价并审定后，每户的等级和得分列在这里。"
              action={rateAll('default')}
            />
          )
        }
      />
      <RatingPeek row={peeked} bands={bands} onClose={() => setPeeked(null)} />
    </Page>
  );
}
