import { basisTexts } from '#shared/domain/rating/basis-text';
import type { RatingPack } from '#shared/domain/rating/pack';
import { NotVerified } from './notice-bar';
import css from './pack.module.css';

type Grounded = {
  readonly basis: readonly string[];
  readonly verified: boolean;
  readonly note?: string | undefined;
};

/** On what a rule rests, whether that was checked, and the pack's own remark. */
export function RuleGround({ pack, rule }: { readonly pack: RatingPack; readonly rule: Grounded }) {
  const remark = rule.note !== undefined && rule.note !== pack.notice ? rule.note : undefined;
  return (
    <p className={css.ground}>
      依据：{basisTexts(pack, rule.basis).join('；') || '未填写'}
      {rule.verified ? null : <NotVerified />}
      {remark ? <span className={css.remark}>说明：{remark}</span> : null}
    </p>
  );
}
