import type { RatingPack } from '#shared/domain/rating/pack';
import { allNodes } from '#shared/domain/rating/pack-check';
import type { GradeBand } from '../../components/grade-bands';
import { GradePill } from '../../components/pill';
import { Section } from '../../components/section';
import { type PickedSubject, SubjectPick } from '../../components/subject-pick';
import { PointsText } from '../../components/text';
import css from './editor-side.module.css';
import { useGradeLooks } from './grade-look';
import type { Tried } from './pack-words';
import type { Live } from './use-live';

type TrySideProps = {
  readonly pack: RatingPack;
  readonly subject: PickedSubject | null;
  readonly onPick: (subject: PickedSubject | null) => void;
  readonly live: Live<Tried>;
  readonly sound: boolean;
  /** The indicator that is being edited. */
  readonly nodeId: string | null;
  readonly onJump: (place: string) => void;
};

/** Live effect: one subject under the rules in force and under the rules as they are being written. */
export function TrySide({ pack, subject, onPick, live, sound, nodeId, onJump }: TrySideProps) {
  const lookOf = useGradeLooks(pack);
  return (
    <Section title="试算一户" hint={live.stale && live.value ? '正在重算' : undefined} flush>
      <div className={css.sideBody}>
        <SubjectPick label="用哪一户试算" required={false} value={subject} onChange={onPick} />
        {subject === null ? <p className={css.quiet}>选一户，边改边看它的得分和等级。不保存。</p> : null}
        {subject !== null && !sound ? <p className={css.quiet}>改正上面的问题以后再试算。</p> : null}
        {subject !== null && live.error ? <p className={css.error}>{live.error.message}</p> : null}
        {subject !== null && live.value ? (
          <Result tried={live.value} pack={pack} lookOf={lookOf} nodeId={nodeId} onJump={onJump} />
        ) : null}
      </div>
    </Section>
  );
}

type ResultProps = Pick<TrySideProps, 'pack' | 'nodeId' | 'onJump'> & {
  readonly tried: Tried;
  readonly lookOf: (code: string) => GradeBand | undefined;
};

function Result({ tried, pack, lookOf, nodeId, onJump }: ResultProps) {
  const places = new Map(allNodes(pack).map(({ node, path }) => [node.id, path]));
  const { inForce } = tried;
  const moved = inForce !== null && inForce.gradeCode !== tried.tried.gradeCode;
  return (
    <>
      <dl className={css.figures}>
        <dt>现行规则</dt>
        <dd>
          {inForce ? (
            <>
              <GradePill code={inForce.gradeCode} band={lookOf(inForce.gradeCode)} />
              <PointsText value={inForce.scoreThousandths} /> 分
            </>
          ) : (
            <span className={css.quiet}>没有适用的规则包</span>
          )}
        </dd>
        <dt>这份草稿</dt>
        <dd>
          <GradePill code={tried.tried.gradeCode} band={lookOf(tried.tried.gradeCode)} />
          <PointsText value={tried.tried.scoreThousandths} /> 分
        </dd>
      </dl>
      {inForce ? <p className={css.quiet}>{moved ? '等级会变动。' : '等级不变。'}</p> : null}
      <ul className={css.lines} aria-label="逐项得分">
        {tried.lines.map((line) => {
          const place = places.get(line.nodeId);
          return (
            <li key={`${line.nodeId} ${line.label}`} className={line.nodeId === nodeId ? css.here : undefined}>
              {place ? (
                <button type="button" title={line.sentence} onClick={() => onJump(place)}>
                  {line.label}
                </button>
              ) : (
                <span title={line.sentence}>{line.label}</span>
              )}
              <PointsText value={line.pointsThousandths} />
            </li>
          );
        })}
      </ul>
    </>
  );
}
