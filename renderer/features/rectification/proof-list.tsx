import { Button } from '@mantine/core';
import { type ProofJudgement, proofJudgementLabels, proofWayLabels } from '#shared/domain/rectification/proof';
import { StatePill, type StateTone } from '../../components/pill';
import { Section } from '../../components/section';
import type { RectificationProof } from './judge-form';
import css from './rectification.module.css';
import type { RectificationFile } from './rectification-words';

const TONES: Record<ProofJudgement, StateTone> = { accepted: 'done', insufficient: 'grave' };

export type ProofActs = {
  readonly onSubmit: () => void;
  readonly onJudge: (proofId: string) => void;
  readonly onRemind: () => void;
};

/** What the firm handed in, newest first, and the buttons of the next steps while the order runs. */
export function ProofList({ file, acts }: { readonly file: RectificationFile; readonly acts: ProofActs }) {
  const running = file.state === 'ordered' && file.correctedCount < file.itemCount;
  return (
    <Section
      title="整改材料"
      count={file.proofs.length}
      actions={
        running ? (
          <>
            <Button size="compact-sm" variant="subtle" onClick={acts.onRemind}>
              登记催告
            </Button>
            <Button size="compact-sm" variant="subtle" onClick={acts.onSubmit}>
              登记整改材料
            </Button>
          </>
        ) : null
      }
      flush={file.proofs.length > 0}
    >
      {file.proofs.length === 0 ? <p className={css.none}>当事人还没有提交整改材料。</p> : null}
      {[...file.proofs].reverse().map((proof) => (
        <ProofCard
          key={proof.id}
          file={file}
          proof={proof}
          onJudge={file.state === 'ordered' && proof.judgement === null ? () => acts.onJudge(proof.id) : undefined}
        />
      ))}
    </Section>
  );
}

type ProofCardProps = {
  readonly file: RectificationFile;
  readonly proof: RectificationProof;
  readonly onJudge?: (() => void) | undefined;
};

function ProofCard({ file, proof, onJudge }: ProofCardProps) {
  const label = `${proof.submittedOn} ${proof.submittedBy}`;
  return (
    <article className={css.item} aria-label={`${label} 提交的整改材料`}>
      <div className={css.itemHead}>
        <strong>{label}</strong>
        <StatePill
          label={proof.judgement ? proofJudgementLabels[proof.judgement] : '待审查'}
          tone={proof.judgement ? TONES[proof.judgement] : 'waiting'}
        />
        <span className={css.none}>{proofSeqs(file, proof.itemIds)}</span>
        <span>
          {onJudge ? (
            <Button size="compact-sm" variant="subtle" onClick={onJudge}>
              审查材料
            </Button>
          ) : null}
        </span>
      </div>
      <dl className={css.pair}>
        <dt>提交方式</dt>
        <dd>{proofWayLabels[proof.way]}</dd>
        {proof.note ? (
          <>
            <dt>材料说明</dt>
            <dd>{proof.note}</dd>
          </>
        ) : null}
        {proof.judgedBy ? (
          <>
            <dt>审查</dt>
            <dd>
              {proof.judgedOn} {proof.judgedBy.name}
              {proof.reason ? `：${proof.reason}` : ''}
            </dd>
          </>
        ) : null}
      </dl>
    </article>
  );
}

/** `第 1、3 项` */
export const proofSeqs = (file: RectificationFile, itemIds: readonly string[]): string =>
  `第 ${file.items.flatMap((item) => (itemIds.includes(item.id) ? [item.seq] : [])).join('、')} 项`;
