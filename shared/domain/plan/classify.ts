import type { PlanSubject } from './plan-subject';
import { type PlanCondition, type SamplingPack, UNRATED } from './sampling-pack';

export type Exclusion = {
  readonly subjectId: string;
  readonly code: string;
  readonly ruleId: string;
  readonly reason: string;
};

export type Classified = {
  /** Subjects of the plan, each with the stratum that took it. */
  readonly included: readonly { readonly subject: PlanSubject; readonly stratum: string }[];
  /** Every subject of the plan's kinds that is left out, with the reason; by code. */
  readonly exclusions: readonly Exclusion[];
};

/** The rule id of subjects for which the pack has no stratum. */
export const NO_STRATUM = 'no_stratum';

/**
 * Puts every subject of the pack's kinds into its stratum or on the list of those left out: exclusions first, then the
 * first stratum that fits.
 *
 * @example classify(pack, subjects).exclusions[0]?.reason // '本年度已接受现场检查'
 */
export function classify(pack: SamplingPack, subjects: readonly PlanSubject[]): Classified {
  const included: { subject: PlanSubject; stratum: string }[] = [];
  const exclusions: Exclusion[] = [];
  for (const subject of subjects) {
    if (!pack.subjectKinds.includes(subject.kind)) continue;
    const { subjectId, code } = subject;
    const excluded = pack.exclusions.find((rule) => fits(rule.when, subject));
    const stratum = pack.strata.find((rule) => fits(rule.when, subject));
    if (excluded) exclusions.push({ subjectId, code, ruleId: excluded.id, reason: excluded.label });
    else if (stratum) included.push({ subject, stratum: stratum.id });
    else exclusions.push({ subjectId, code, ruleId: NO_STRATUM, reason: '抽查规则中没有适用的分层' });
  }
  exclusions.sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
  return { included, exclusions };
}

/** Does the condition hold for this subject? */
export function fits(when: PlanCondition, subject: PlanSubject): boolean {
  if ('default' in when) return true;
  const has = (flag: PlanSubject['flags'][number]) => subject.flags.includes(flag);
  return (
    (when.kinds?.includes(subject.kind) ?? true) &&
    (when.grades?.includes(subject.grade ?? UNRATED) ?? true) &&
    (when.flagsAny?.some(has) ?? true) &&
    (when.flagsAll?.every(has) ?? true) &&
    !(when.flagsNone?.some(has) ?? false)
  );
}
