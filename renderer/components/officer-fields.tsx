import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { pairProblems } from '#shared/domain/inspection/officer-pair';
import type { IsoDate } from '#shared/kernel/dates';
import { useRoute } from '../api/queries';
import { type Option, PairField, SelectField } from './fields';

/**
 * Officers to choose from. Who may not act on that day, or must keep away from that subject, is shown with the reason.
 *
 * @param refuse another reason against one officer, by id
 */
export function useOfficerOptions(
  on: IsoDate,
  subjectId: string | null = null,
  refuse?: { readonly id: string; readonly why: string } | null,
): readonly Option[] {
  const officers = useRoute('officer.list', { activeOnly: true }).data?.officers ?? [];
  return officers.map((officer) => {
    const certificate = pairProblems([officer], on).find(({ path }) => path === 'officer1Id');
    const avoidance = officer.avoidances.find((entry) => entry.subjectId === subjectId);
    const leave = officer.leaves.find((entry) => entry.from <= on && on <= entry.to);
    const why =
      (refuse?.id === officer.id ? refuse.why : undefined) ??
      certificate?.message ??
      (avoidance ? `应当回避：${avoidance.reason}` : undefined);
    const hint = [officer.certificateNo, officer.station, leave ? `${leave.from} 至 ${leave.to} 休假` : '']
      .filter((part) => part !== '')
      .join('　');
    return { value: officer.id, label: officer.name, hint, refusal: why };
  });
}

type OfficerPairProps = {
  readonly on: IsoDate;
  readonly subjectId?: string | null;
  readonly value: readonly [string | null, string | null];
  readonly onChange: (value: readonly [string | null, string | null]) => void;
  readonly errors?: readonly [ReactNode, ReactNode];
  readonly labels?: readonly [string, string];
};

/** The two officers that every check, order and re-check needs. */
export function OfficerPair({
  on,
  subjectId = null,
  labels = ['执法人员一', '执法人员二'],
  ...rest
}: OfficerPairProps) {
  const options = useOfficerOptions(on, subjectId);
  const loaded = useRoute('officer.list', { activeOnly: true }).isSuccess;
  return (
    <>
      <PairField {...rest} labels={labels} required options={options} />
      {loaded && options.length === 0 ? (
        <p>
          还没有执法人员，请先<Link to="/settings">在设置中添加</Link>。
        </p>
      ) : null}
    </>
  );
}

type OfficerFieldProps = {
  readonly label: string;
  readonly on: IsoDate;
  readonly subjectId?: string | null;
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly error?: ReactNode;
  readonly description?: ReactNode;
  readonly refuse?: { readonly id: string; readonly why: string } | null;
};

export function OfficerField({ on, subjectId = null, refuse = null, ...rest }: OfficerFieldProps) {
  return <SelectField {...rest} required options={useOfficerOptions(on, subjectId, refuse)} />;
}
