import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { useToday } from '../../api/today';
import { Facts } from '../../components/facts';
import { PeekDrawer } from '../../components/peek-drawer';
import { StatePill } from '../../components/pill';
import { CopyButton, DateText, HashText } from '../../components/text';
import { MoveForm } from './move-form';
import { kindWords, startPath, type Visit, visitPill } from './plan-words';
import css from './visit-peek.module.css';

type VisitPeekProps = {
  readonly visit: Visit | null;
  readonly stratum: (id: string) => string;
  readonly onClose: () => void;
};

/** Why this subject and these officers: rank, key, and who was passed over for what. */
export function VisitPeek({ visit, stratum, onClose }: VisitPeekProps) {
  const today = useToday();
  const [moving, setMoving] = useState(false);
  if (!visit) return null;
  return (
    <>
      <PeekDrawer
        open
        onClose={onClose}
        title={visit.subjectName}
        badges={<StatePill {...visitPill(visit, today)} />}
        actions={<Actions visit={visit} onMove={() => setMoving(true)} />}
      >
        <Facts
          columns={2}
          items={[
            { label: '检查日期', value: <DateText date={visit.date} /> },
            { label: '批次', value: `第 ${visit.batchNo} 批` },
            { label: '类型', value: kindWords(visit.subjectKind) },
            {
              label: '代码',
              value: (
                <>
                  {visit.code} <CopyButton text={visit.code} label="复制代码" />
                </>
              ),
            },
            { label: '地址', value: visit.address, wide: true },
            {
              label: '执法人员',
              value:
                visit.officers.length === 0
                  ? '没有排到人员'
                  : visit.officers.map(({ name, certificateNo }) => `${name}（${certificateNo}）`).join('、'),
              wide: true,
            },
            { label: '分层', value: stratum(visit.stratum), wide: true },
            { label: '层内名次', value: `第 ${visit.rank} 名` },
            { label: '抽取键（从小到大排名次）', value: <HashText hash={visit.drawKey} />, wide: true },
          ]}
        />
        <section aria-label="跳过的人员">
          <h3 className={css.head}>跳过的人员</h3>
          {visit.skips.length === 0 ? (
            <p>没有跳过人员。</p>
          ) : (
            <ul className={css.skips}>
              {visit.skips.map((skip) => (
                <li key={`${skip.officerName} ${skip.reason}`}>
                  <span>{skip.officerName}</span>
                  <span className={css.reason}>{skip.reason}</span>
                </li>
              ))}
            </ul>
          )}
        </section>
      </PeekDrawer>
      <MoveForm key={visit.id} visit={visit} opened={moving} onClose={() => setMoving(false)} />
    </>
  );
}

function Actions({ visit, onMove }: { readonly visit: Visit; readonly onMove: () => void }) {
  const file = (
    <Button component={Link} to={`/subjects/${visit.subjectId}`} variant="default">
      主体档案
    </Button>
  );
  if (visit.state === 'planned')
    return (
      <>
        {file}
        <Button component={Link} to={`/papers/case/visit/${visit.id}`} variant="default">
          审批和文书
        </Button>
        <Button variant="default" onClick={onMove}>
          改期
        </Button>
        <Button component={Link} to={startPath(visit)}>
          开始检查
        </Button>
      </>
    );
  return (
    <>
      {file}
      {visit.inspectionId ? (
        <Button component={Link} to={`/inspections/${visit.inspectionId}`} variant="default">
          打开检查记录
        </Button>
      ) : null}
    </>
  );
}
