import { formatZh } from '#shared/kernel/dates';
import type { InspectionFile } from './inspection-words';
import css from './site.module.css';

/** Both certificates, big enough to be read by the party across the table. */
export function OfficerCards({ file }: { readonly file: InspectionFile }) {
  const day = file.startedAt.slice(0, 10);
  return (
    <div className={css.cards}>
      {file.officers.map((officer) => {
        const expired = officer.certificateUntil !== null && officer.certificateUntil < day;
        return (
          <div key={officer.id} className={css.card}>
            <span className={css.cardKind}>行政执法证</span>
            <span className={css.cardName}>{officer.name}</span>
            <span className={css.cardNo}>证号 {officer.certificateNo}</span>
            <span className={expired ? css.expired : undefined}>
              {officer.certificateUntil === null
                ? '有效期未登记'
                : `有效期至 ${formatZh(officer.certificateUntil)}${expired ? '，已到期' : ''}`}
            </span>
          </div>
        );
      })}
    </div>
  );
}
