import { Button } from '@mantine/core';
import { Link } from 'react-router-dom';
import { Facts } from '../../components/facts';
import type { Bands } from '../../components/grade-bands';
import { PeekDrawer } from '../../components/peek-drawer';
import { PointsText } from '../../components/text';
import { CauseList } from './cause-list';
import { GradeChange } from './grade-change';
import css from './rating.module.css';
import { kindWords } from './rating-words';
import type { Mover } from './run-words';

type MoverPeekProps = { readonly mover: Mover | null; readonly bands: Bands; readonly onClose: () => void };

/** All causes of a move, beside the list. */
export function MoverPeek({ mover, bands, onClose }: MoverPeekProps) {
  if (!mover) return null;
  return (
    <PeekDrawer
      open
      onClose={onClose}
      title={mover.subjectName}
      badges={<GradeChange from={mover.from} to={mover.to} bands={bands} />}
      actions={
        <>
          <Button component={Link} to={`/subjects/${mover.subjectId}`} variant="default">
            打开主体档案
          </Button>
          <Button component={Link} to={`/ratings/${mover.ratingId}`} variant="default">
            查看评价理由
          </Button>
        </>
      }
    >
      <Facts
        columns={2}
        items={[
          { label: '类型', value: kindWords(mover.subjectKind) },
          {
            label: '得分',
            value:
              mover.fromScoreThousandths === null ? (
                <PointsText value={mover.scoreThousandths} />
              ) : (
                <>
                  <PointsText value={mover.fromScoreThousandths} /> → <PointsText value={mover.scoreThousandths} />
                </>
              ),
          },
        ]}
      />
      <section aria-label="变动原因">
        <h3 className={css.small}>变动原因</h3>
        {mover.causes.length === 0 ? (
          <p className={css.quiet}>没有找出变动原因，请打开评价理由核对。</p>
        ) : (
          <CauseList causes={mover.causes} bands={bands} />
        )}
      </section>
    </PeekDrawer>
  );
}
