import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPlus, IconTableImport, IconUsers } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router-dom';
import { useRoutePages } from '../../api/pages';
import { useToday } from '../../api/today';
import { DataTable } from '../../components/data-table/data-table';
import type { Sort } from '../../components/data-table/table-types';
import { Page, PageHeader } from '../../components/page';
import { usePasteToImport } from '../../components/paste-to-import';
import { EmptyState } from '../../components/state-panels';
import { useRemembered } from '../../components/view-memory';
import { GradeChips } from './grade-chips';
import { KindChips, type KindFilter } from './kind-chips';
import { subjectColumns } from './subject-columns';
import { SubjectPeek } from './subject-peek';
import type { SubjectRow } from './subject-words';

type SortKey = 'name' | 'grade' | 'last_inspected' | 'score';

/** Every subject of the office; the search takes names, pinyin, tails of codes and agency codes. */
export function SubjectPage() {
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const [text, setText] = useRemembered('subject:filter', '');
  const [kind, setKind] = useRemembered<KindFilter>('subject:kind', 'all');
  const [grade, setGrade] = useRemembered('subject:grade', '');
  const [sort, setSort] = useRemembered<Sort | null>('subject:order', null);
  const [peeked, setPeeked] = useState<SubjectRow | null>(null);
  usePasteToImport('/subjects/import');
  const [query] = useDebouncedValue(text.trim(), 120);

  // A figure elsewhere opens its rows: its filter replaces the remembered one.
  const asked = params.get('grade');
  useEffect(() => {
    if (asked === null) return;
    setGrade(asked);
    setKind('all');
    setText('');
    setParams({}, { replace: true });
  }, [asked, setGrade, setKind, setText, setParams]);

  const pages = useRoutePages('subject.list', {
    query,
    kinds: kind === 'all' ? [] : [kind],
    grades: grade === '' ? [] : [grade],
    ...(sort ? { sort: sort.key as SortKey, descending: sort.descending } : {}),
  });
  const filtered = query !== '' || kind !== 'all' || grade !== '';
  const showAll = () => {
    setText('');
    setKind('all');
    setGrade('');
  };

  return (
    <Page kind="list">
      <PageHeader
        title="主体"
        purpose="本机关监管的企业、代理机构、代理师和其他对象，每户一份信用档案。"
        actions={
          <>
            <Button
              component={Link}
              to="/subjects/import"
              variant="default"
              leftSection={<IconTableImport size={16} stroke={1.5} />}
            >
              导入
            </Button>
            <Button component={Link} to="/subjects/new" leftSection={<IconPlus size={16} stroke={1.5} />}>
              新建主体
            </Button>
          </>
        }
      />
      <KindChips value={kind} onChange={setKind} byKind={pages.first?.byKind} />
      <DataTable
        name="subject"
        label="监管对象"
        unit="户"
        columns={subjectColumns}
        rows={pages}
        rowKey={({ id }) => id}
        sort={sort}
        onSort={setSort}
        onOpen={({ id }) => navigate(`/subjects/${id}`)}
        onPeek={setPeeked}
        peeking={peeked !== null}
        asOf={useToday()}
        filter={{ value: text, onChange: setText, placeholder: '名称、拼音、代码尾号' }}
        chips={<GradeChips value={grade} onChange={setGrade} />}
        empty={
          filtered ? (
            <NotFound onClear={showAll} />
          ) : (
            <EmptyState
              icon={IconUsers}
              sentence="还没有监管对象；从现有名录导入，列名会自动识别。"
              action={
                <Button component={Link} to="/subjects/import" variant="default">
                  导入监管对象
                </Button>
              }
            />
          )
        }
      />
      <SubjectPeek row={peeked} onClose={() => setPeeked(null)} />
    </Page>
  );
}

const NotFound = ({ onClear }: { readonly onClear: () => void }) => (
  <EmptyState
    icon={IconUsers}
    sentence="没有符合条件的监管对象；可以换用拼音首字母或代码的后四位。"
    action={
      <Button variant="default" onClick={onClear}>
        清除筛选条件
      </Button>
    }
  />
);
