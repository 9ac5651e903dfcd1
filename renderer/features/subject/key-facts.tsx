import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { formatPoints } from '#shared/kernel/decimal';
import { useRoute } from '../../api/queries';
import { useBands } from '../../components/grade-bands';
import css from './key-facts.module.css';
import type { SubjectFile } from './subject-words';

/** The three facts that matter now. */
export function KeyFacts({ file }: { readonly file: SubjectFile }) {
  const open = file.timeline.filter((entry) => entry.open).length;
  const grave = file.activeDishonesty > 0;
  const { nameOf } = useBands();
  const waiting = useRoute('rating.history', { subjectId: file.id }).data?.rows.find(
    ({ state }) => state === 'proposed',
  );
  return (
    <dl className={css.facts}>
      <Fact
        label="信用评价"
        to="?tab=ratings"
        value={
          file.gradeCode === null || file.scoreThousandths === null
            ? '尚未评价'
            : `${formatPoints(file.scoreThousandths)} 分`
        }
        note={
          waiting
            ? `新的评价 ${nameOf(waiting.gradeCode)}待审定`
            : file.ratedAsOf
              ? `评价基准日 ${file.ratedAsOf}`
              : '评价并审定后显示等级和得分'
        }
      />
      <Fact
        label="最近检查"
        to="?tab=inspections"
        value={file.lastInspectedOn ?? '没有检查过'}
        note={file.openRectifications > 0 ? `整改中 ${file.openRectifications} 件` : '没有整改中的事项'}
      />
      <Fact
        label="未结事项"
        to="?tab=story&open=1"
        value={open === 0 ? '无' : `${open} 项`}
        note={grave ? <span className={css.grave}>有效失信记录 {file.activeDishonesty} 条</span> : '没有有效的失信记录'}
      />
    </dl>
  );
}

type FactProps = {
  readonly label: string;
  readonly value: string;
  readonly note: ReactNode;
  readonly to: string;
};

function Fact({ label, value, note, to }: FactProps) {
  return (
    <div className={css.fact}>
      <dt>{label}</dt>
      <dd className={css.value}>
        <Link to={to} replace>
          {value}
        </Link>
      </dd>
      <dd className={css.note}>{note}</dd>
    </div>
  );
}
