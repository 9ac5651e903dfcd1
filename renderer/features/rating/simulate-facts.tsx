import { Switch } from '@mantine/core';
import type { ReactNode } from 'react';
import type { IsoDate } from '#shared/kernel/dates';
import { DateField } from '../../components/fields';
import { Section } from '../../components/section';
import { DateText } from '../../components/text';
import type { Simulation } from './rating-words';
import css from './simulate.module.css';
import { dayRemark, type Plan, repairDay, type Supposed } from './suppositions';

type SimulateFactsProps = {
  readonly facts: Simulation['facts'];
  readonly reliefs: Simulation['reliefs'];
  readonly plan: Plan;
  readonly onChange: (supposed: Plan['supposed']) => void;
};
type Fact = Simulation['facts'][number];

const NOTHING: Supposed = { repairedOn: null, rectifiedOn: null };

/** For each negative record: as if it were repaired, or its fault corrected, from a day on. */
export function SimulateFacts({ facts, reliefs, plan, onChange }: SimulateFactsProps) {
  const set = (factId: string, change: Partial<Supposed>) => {
    const next = { ...(plan.supposed[factId] ?? NOTHING), ...change };
    const { [factId]: _, ...others } = plan.supposed;
    onChange(next.repairedOn === null && next.rectifiedOn === null ? others : { ...others, [factId]: next });
  };
  return (
    <Section title="假设已经补救" count={facts.length} hint="逐条打开，选定日期" flush>
      {facts.length === 0 ? <p className={css.none}>没有有效的失信信息，不需要补救。</p> : null}
      <ul className={css.facts}>
        {facts.map((fact) => (
          <FactItem
            key={fact.factId}
            fact={fact}
            relief={reliefs.find(({ factId }) => factId === fact.factId)}
            supposed={plan.supposed[fact.factId] ?? NOTHING}
            asOf={plan.asOf}
            repairOn={repairDay(fact.factId, reliefs, plan.asOf)}
            onChange={(change) => set(fact.factId, change)}
          />
        ))}
      </ul>
    </Section>
  );
}

type FactItemProps = {
  readonly fact: Fact;
  readonly relief: Simulation['reliefs'][number] | undefined;
  readonly supposed: Supposed;
  readonly asOf: IsoDate;
  readonly repairOn: IsoDate;
  readonly onChange: (change: Partial<Supposed>) => void;
};

function FactItem({ fact, relief, supposed, asOf, repairOn, onChange }: FactItemProps) {
  return (
    <li className={css.fact}>
      <p className={css.factName}>{fact.itemName}</p>
      <p className={css.note}>
        <DateText date={fact.occurredOn} /> {fact.source || '来源未登记'}
      </p>
      {relief ? <p className={css.note}>{relief.sentence}</p> : null}
      <div className={css.switches}>
        <DaySwitch
          label="已修复"
          name={fact.itemName}
          value={supposed.repairedOn}
          preset={repairOn}
          min={fact.occurredOn}
          remark={supposed.repairedOn && dayRemark(supposed.repairedOn, asOf, relief?.repairFrom ?? null)}
          onChange={(repairedOn) => onChange({ repairedOn })}
        />
        {fact.rectifiable ? (
          <DaySwitch
            label="已改正"
            name={fact.itemName}
            value={supposed.rectifiedOn}
            preset={asOf}
            min={fact.occurredOn}
            remark={supposed.rectifiedOn && dayRemark(supposed.rectifiedOn, asOf, null)}
            onChange={(rectifiedOn) => onChange({ rectifiedOn })}
          />
        ) : null}
      </div>
    </li>
  );
}

type DaySwitchProps = {
  readonly label: string;
  readonly name: string;
  readonly value: IsoDate | null;
  readonly preset: IsoDate;
  readonly min: IsoDate;
  readonly remark: ReactNode;
  readonly onChange: (value: IsoDate | null) => void;
};

function DaySwitch({ label, name, value, preset, min, remark, onChange }: DaySwitchProps) {
  return (
    <div className={css.switch}>
      <Switch
        label={label}
        aria-label={`${name}：${label}`}
        checked={value !== null}
        onChange={(event) => onChange(event.currentTarget.checked ? preset : null)}
      />
      {value === null ? null : (
        <DateField
          label={`${label}的日期`}
          min={min}
          value={value}
          description={remark}
          onChange={(next) => {
            if (next !== null) onChange(next);
          }}
        />
      )}
    </div>
  );
}
