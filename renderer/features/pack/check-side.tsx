import { IconCircleCheck } from '@tabler/icons-react';
import type { RatingPack } from '#shared/domain/rating/pack';
import { Section } from '../../components/section';
import css from './editor-side.module.css';
import { placeWords, plainMessage } from './pack-place';
import type { Check } from './pack-words';
import type { Live } from './use-live';

type CheckSideProps = {
  readonly pack: RatingPack;
  readonly live: Live<Check>;
  readonly check: Check | null;
  /** Goes to the part that holds the place. */
  readonly onJump: (place: string) => void;
};

/** Live validation: what is wrong, where, in words; a click goes there. */
export function CheckSide({ pack, live, check, onJump }: CheckSideProps) {
  const failed = check?.cases.filter(({ passed }) => !passed) ?? [];
  const count = (check?.problems.length ?? 0) + failed.length;
  return (
    <Section title="校验" {...(count > 0 ? { count } : {})} hint={live.stale ? '正在校验' : undefined} flush>
      {live.error ? <p className={css.sideError}>{live.error.message}</p> : null}
      {check && count === 0 ? (
        <p className={css.sound}>
          <IconCircleCheck size={18} stroke={1.5} aria-hidden />
          没有问题，{check.cases.length} 个用例全部通过。
        </p>
      ) : null}
      <ul className={css.problems} aria-label="待改正的问题">
        {check?.problems.map(({ path, message }) => (
          <li key={`${path} ${message}`}>
            <button type="button" onClick={() => onJump(path)}>
              <span className={css.where}>{placeWords(pack, path)}</span>
              <span>{plainMessage(message)}</span>
            </button>
          </li>
        ))}
        {failed.map(({ name, sentence }) => (
          <li key={name}>
            <button type="button" onClick={() => onJump(casePlace(pack, name))}>
              <span className={css.where}>验证用例</span>
              <span>{sentence}</span>
            </button>
          </li>
        ))}
      </ul>
      {check && check.unverified > 0 ? <p className={css.foot}>{check.unverified} 处规则未与官方文本核对。</p> : null}
    </Section>
  );
}

function casePlace(pack: RatingPack, name: string): string {
  const at = pack.cases.findIndex((one) => one.name === name);
  return at < 0 ? 'cases' : `cases.${at}`;
}
