import { Button } from '@mantine/core';
import { Link } from 'react-router-dom';
import { subjectKindLabels } from '#shared/domain/subject/subject';
import { useRoute } from '../../api/queries';
import { Facts } from '../../components/facts';
import { PeekDrawer } from '../../components/peek-drawer';
import { GradePill } from '../../components/pill';
import { CopyButton, DateText, PointsText } from '../../components/text';
import { OpenEnds } from './open-ends';
import css from './subject-peek.module.css';
import { codeOf, type SubjectRow } from './subject-words';

type SubjectPeekProps = { readonly row: SubjectRow | null; readonly onClose: () => void };

/** A subject beside the list: what it is, how it stands, what is open. */
export function SubjectPeek({ row, onClose }: SubjectPeekProps) {
  const file = useRoute('subject.get', { id: row?.id ?? '' }, { enabled: row !== null }).data;
  const code = (row && codeOf(row)) || (file?.agentCertNo ?? '');
  return (
    <PeekDrawer
      open={row !== null}
      onClose={onClose}
      title={row?.name ?? ''}
      badges={row ? <GradePill code={row.gradeCode} /> : null}
      actions={
        <Button component={Link} to={`/subjects/${row?.id}`}>
          打开档案
        </Button>
      }
    >
      {row ? (
        <>
          <Facts
            columns={2}
            items={[
              { label: '类型', value: subjectKindLabels[row.kind] },
              {
                label: '代码',
                value: code ? (
                  <>
                    {code} <CopyButton text={code} label="复制代码" />
                  </>
                ) : null,
              },
              { label: '得分', value: <PointsText value={row.scoreThousandths} /> },
              {
                label: '最近检查',
                value: row.lastInspectedOn ? <DateText date={row.lastInspectedOn} /> : '没有检查过',
              },
              ...(row.kind === 'agent'
                ? [{ label: '所在机构', value: file ? file.parentName : '…' }]
                : [{ label: '法定代表人', value: file ? file.legalPerson : '…' }]),
              { label: '所属区域', value: row.district },
              { label: '住所', value: file ? file.address : '…', wide: true },
              { label: '标签', value: row.tags.length > 0 ? row.tags.join('、') : '无', wide: true },
            ]}
          />
          <section aria-label="未结事项">
            <h3 className={css.head}>未结事项</h3>
            {file ? <OpenEnds file={file} /> : null}
          </section>
        </>
      ) : null}
    </PeekDrawer>
  );
}
