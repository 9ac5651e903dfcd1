import { addMonths, type IsoDate } from '../../kernel/dates';
import type { DishonestyClass } from '../dishonesty/codes';
import type { Dishonesty } from '../dishonesty/dishonesty';
import type { RepairPack } from './repair-pack';
import type { RepairTerms } from './terms';

/** The answer to one condition, with what proves it. */
export type ConditionAnswer = { readonly code: string; readonly met: boolean; readonly evidence: string };

export type Condition = {
  readonly code: string;
  readonly text: string;
  readonly basis: RepairPack['conditions'][number]['basis'];
  readonly evidenceHint: string;
  readonly verified: boolean;
};

/** The checklist of conditions that a class must meet; the minimum term is checked from the dates. */
export function conditions(pack: RepairPack, forClass: DishonestyClass): readonly Condition[] {
  return pack.conditions
    .filter((entry) => entry.classes.includes(forClass))
    .map(({ code, text, basis, evidenceHint, verified }) => ({ code, text, basis, evidenceHint, verified }));
}

/** Conditions of the class that are not met, or said to be met without anything that shows it. */
export function missingConditions(
  pack: RepairPack,
  forClass: DishonestyClass,
  answers: readonly ConditionAnswer[],
): readonly Condition[] {
  return conditions(pack, forClass).filter((condition) => {
    const answer = answers.find((entry) => entry.code === condition.code);
    return !answer?.met || answer.evidence.trim() === '';
  });
}

export type RefusalCode =
  | 'not_active'
  | 'automatic'
  | 'ended'
  | 'too_early'
  | 'repaired_recently'
  | 'new_act'
  | 'false_statement'
  | 'conditions_missing';

export type Refusal = {
  readonly code: RefusalCode;
  readonly message: string;
  /** First day on which this reason falls away; null when it does not depend on time. */
  readonly nextOn: IsoDate | null;
  readonly verified: boolean;
};

export type Application = {
  readonly pack: RepairPack;
  readonly terms: RepairTerms;
  readonly appliedOn: IsoDate;
  readonly conditions: readonly ConditionAnswer[];
  /** Day of the last repair granted to the subject under this regime. */
  readonly lastRepairedOn: IsoDate | null;
  /** Other determinations against the subject that stand. */
  readonly otherActs: readonly Pick<Dishonesty, 'decidedOn' | 'state'>[];
  readonly falseStatement: boolean;
};

/**
 * Every reason why an application may not be granted on a day, in one go.
 *
 * @returns no refusals when nothing stands in the way; `nextOn` is the first day on which all dated reasons are gone
 * @example checkApplication(application, record, '2026-08-09').refusals[0]?.nextOn // '2026-08-10'
 */
export function checkApplication(
  application: Application,
  record: Pick<Dishonesty, 'class' | 'state'>,
  onDate: IsoDate,
): { readonly refusals: readonly Refusal[]; readonly nextOn: IsoDate | null } {
  const { pack, terms } = application;
  if (record.state !== 'active')
    return { refusals: [plain('not_active', '这条失信记录已经终止，无需修复')], nextOn: null };
  if (terms.endsOn <= onDate)
    return { refusals: [plain('ended', `期限已于 ${terms.endsOn} 届满，应当停止公示，无需申请修复`)], nextOn: null };
  if (terms.automatic)
    return {
      refusals: [plain('automatic', `轻微失信信息到 ${terms.endsOn} 自动停止公示，无需申请修复`)],
      nextOn: null,
    };
  const refusals: Refusal[] = [];
  if (terms.earliestOn !== null && onDate < terms.earliestOn)
    refusals.push({
      code: 'too_early',
      message: `未满最短期限，${terms.earliestOn} 起可以申请`,
      nextOn: terms.earliestOn,
      verified: terms.verified,
    });
  for (const rule of pack.refusals) {
    const refusal = ruleRefusal(rule, application, onDate);
    if (refusal) refusals.push(refusal);
  }
  const missing = missingConditions(pack, record.class, application.conditions);
  if (missing.length > 0)
    refusals.push(
      plain(
        'conditions_missing',
        `还有 ${missing.length} 项条件未满足或缺证明材料：${missing.map((c) => c.text).join('；')}`,
      ),
    );
  const dates = refusals.flatMap((refusal) => (refusal.nextOn === null ? [] : [refusal.nextOn])).sort();
  return { refusals, nextOn: dates.at(-1) ?? null };
}

const plain = (code: RefusalCode, message: string): Refusal => ({ code, message, nextOn: null, verified: true });

function ruleRefusal(rule: RepairPack['refusals'][number], application: Application, onDate: IsoDate): Refusal | null {
  switch (rule.code) {
    case 'repaired_recently': {
      if (application.lastRepairedOn === null || rule.months === null) return null;
      const nextOn = addMonths(application.lastRepairedOn, rule.months);
      if (nextOn <= onDate) return null;
      return {
        code: 'repaired_recently',
        message: `${rule.text}（上次修复 ${application.lastRepairedOn}），${nextOn} 起可以申请`,
        nextOn,
        verified: rule.verified,
      };
    }
    case 'new_act': {
      const again = application.otherActs.some(
        (other) => other.state === 'active' && other.decidedOn >= application.appliedOn && other.decidedOn <= onDate,
      );
      return again ? { code: 'new_act', message: rule.text, nextOn: null, verified: rule.verified } : null;
    }
    case 'false_statement':
      return application.falseStatement
        ? { code: 'false_statement', message: rule.text, nextOn: null, verified: rule.verified }
        : null;
    // whether the law forbids repair at all is a question to the officer, asked as one of the conditions
    case 'not_repairable':
      return null;
  }
}
