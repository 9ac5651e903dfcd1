import { IconArrowRight } from '@tabler/icons-react';
import type { Bands } from '../../components/grade-bands';
import { GradePill } from '../../components/pill';
import css from './rating.module.css';

type GradeChangeProps = {
  readonly from: string | null;
  readonly to: string;
  readonly packId?: string;
  readonly bands: Bands;
};

/** The grade before and the grade now; only the grade now when it did not move. */
export function GradeChange({ from, to, packId, bands }: GradeChangeProps) {
  return (
    <span className={css.change}>
      {from !== null && from !== to ? (
        <>
          <GradePill code={from} band={bands.bandOf(from, packId)} />
          <IconArrowRight size={14} stroke={1.5} aria-label="变为" />
        </>
      ) : null}
      <GradePill code={to} band={bands.bandOf(to, packId)} />
    </span>
  );
}
