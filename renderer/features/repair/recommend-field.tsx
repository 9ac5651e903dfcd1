import { Radio } from '@mantine/core';
import type { ReactNode } from 'react';
import { type Recommendation, recommendationLabels, recommendations } from '#shared/domain/repair/repair';
import css from './repair.module.css';

type RecommendFieldProps = {
  readonly label: string;
  readonly value: Recommendation | null;
  readonly onChange: (value: Recommendation) => void;
  readonly error?: ReactNode;
  /** Why a grant is not possible now. */
  readonly noGrant?: string | undefined;
};

export function RecommendField({ label, value, onChange, error, noGrant }: RecommendFieldProps) {
  return (
    <Radio.Group
      label={label}
      required
      value={value}
      error={error}
      description={noGrant}
      onChange={(chosen) => onChange(chosen as Recommendation)}
    >
      <div className={css.choices}>
        {recommendations.map((code) => (
          <Radio
            key={code}
            value={code}
            label={recommendationLabels[code]}
            disabled={code === 'grant' && noGrant !== undefined}
          />
        ))}
      </div>
    </Radio.Group>
  );
}
