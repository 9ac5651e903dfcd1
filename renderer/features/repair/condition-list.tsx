import { Checkbox } from '@mantine/core';
import { formatBasis } from '#shared/domain/basis/basis';
import { AutosaveText } from '../../components/autosave-text';
import { Unverified } from '../../components/law-side';
import { StatePill } from '../../components/pill';
import css from './repair.module.css';
import type { RepairCondition } from './repair-words';

export type ConditionChange = Partial<Pick<RepairCondition, 'met' | 'evidence'>>;

type ConditionListProps = {
  readonly conditions: readonly RepairCondition[];
  /** Without it the list is only read. */
  readonly onChange?: ((code: string, change: ConditionChange) => void) | undefined;
};

/** Every condition with what shows it; said to be met without evidence is still missing. */
export function ConditionList({ conditions, onChange }: ConditionListProps) {
  return (
    <ul className={css.conditions}>
      {conditions.map((condition) => (
        <li key={condition.code} className={css.condition}>
          <span className={css.conditionText}>{condition.text}</span>
          <ConditionPill condition={condition} />
          <p className={css.basis}>
            {formatBasis(condition.basis)}
            {condition.verified ? null : <Unverified />}
          </p>
          {onChange ? (
            <div className={css.answer}>
              <Checkbox
                label="已具备"
                aria-label={`${condition.text}：已具备`}
                checked={condition.met}
                onChange={(event) => onChange(condition.code, { met: event.currentTarget.checked })}
              />
              <AutosaveText
                label="证明材料"
                placeholder={condition.evidenceHint}
                value={condition.evidence}
                state={{ phase: 'none' }}
                onSave={(evidence) => onChange(condition.code, { evidence })}
              />
            </div>
          ) : (
            <p className={css.evidence}>{condition.evidence || `缺：${condition.evidenceHint}`}</p>
          )}
        </li>
      ))}
    </ul>
  );
}

function ConditionPill({ condition }: { readonly condition: RepairCondition }) {
  if (!condition.met) return <StatePill label="缺" tone="warn" />;
  return condition.evidence.trim() === '' ? (
    <StatePill label="缺证明材料" tone="warn" />
  ) : (
    <StatePill label="已具备" tone="done" />
  );
}
