import css from './plan.module.css';

/** How many go into each batch, first to last. */
export function BatchSpread({ batches }: { readonly batches: readonly number[] }) {
  return (
    <ol className={css.spread} aria-label="各批户数">
      {batches.map((count, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a batch is named by its place
        <li key={at}>
          <span>第 {at + 1} 批</span>
          {count} 户
        </li>
      ))}
    </ol>
  );
}
