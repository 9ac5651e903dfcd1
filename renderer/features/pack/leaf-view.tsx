import type { PackNode, RatingPack } from '#shared/domain/rating/pack';
import type { Catalogue } from './catalogue-fields';
import { leafWords, scoreRows, thresholdWords } from './leaf-words';
import { boundsWords, weightWords } from './node-words';
import css from './pack.module.css';
import { RuleGround } from './rule-ground';
import { WarnMark, warnLabels } from './warn-mark';

type LeafViewProps = {
  readonly pack: RatingPack;
  readonly catalogue: Catalogue;
  readonly node: PackNode;
  readonly share: number | null;
  readonly depth: number;
};

/** One indicator that scores: what it reads at the left, what that gives at the right. */
export function LeafView({ pack, catalogue, node, share, depth }: LeafViewProps) {
  const { leaf } = node;
  const bounds = boundsWords(node);
  return (
    <div className={css.leaf}>
      <div>
        <h4>
          {node.name}
          <span className={css.weight}>{weightWords(node, share, depth)}</span>
        </h4>
        {leaf ? <p className={css.reads}>{leafWords(leaf, catalogue)}</p> : null}
        {node.provider ? <p className={css.quiet}>数据来源：{node.provider}</p> : null}
        {bounds ? <p className={css.quiet}>{bounds}</p> : null}
        <RuleGround pack={pack} rule={node} />
        {node.mayImprove ? <p className={css.quiet}>例外：{node.mayImprove}</p> : null}
      </div>
      {leaf ? (
        <div>
          <table className={css.scores} aria-label={`${node.name}的分值`}>
            <tbody>
              {scoreRows(leaf, catalogue).map((row, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the order of the rules is what names them
                <tr key={at}>
                  <th scope="row">
                    {row.when}
                    {row.note ? <span className={css.rowNote}>{row.note}</span> : null}
                  </th>
                  <td>{row.points}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {leaf.measure === 'value' && leaf.monitor ? (
            <ul className={css.warnings} aria-label="预警线">
              {leaf.monitor.thresholds.map((threshold) => (
                <li key={`${threshold.colour} ${threshold.text}`}>
                  <WarnMark colour={threshold.colour} />
                  <span>
                    {warnLabels[threshold.colour]}：{thresholdWords(leaf, threshold, catalogue)}，{threshold.text}
                  </span>
                </li>
              ))}
            </ul>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}
