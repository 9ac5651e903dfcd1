import css from './plan.module.css';

type BatchSpreadProps = {
  readonly batches: readonly number[] /** The batch that the first number belongs to. */;
  readonly first?: number;
};

/** How many go into each batch, first to last. */
export function BatchSpread({ batches, first = 1 }: BatchSpreadProps) {
  return (
    <ol className={css.spread} aria-label="各批户数">
      {batches.map((count, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a batch is named by its place
        <li key={at}>
          <span>第 {at + first} 批</span>
          {count} 户
        </li>
      ))}
    </ol>
  );
}
