import { NumberInput } from '@mantine/core';
import type { PackNode } from '#shared/domain/rating/pack';
import { useAt, useDraftScope } from './draft-context';
import css from './editor.module.css';
import { pathOf } from './json-path';
import { combineIn, weightsLeft } from './tree-edit';

/** The weights of siblings side by side, with what is missing to 100. */
export function WeightTable({ at }: { readonly at: string }) {
  const { pack, set } = useDraftScope();
  const { value, error } = useAt<readonly PackNode[]>(at);
  const list = pathOf(at);
  const nodes = value ?? [];
  if (combineIn(pack, list) !== 'weighted') return error ? <p className={css.error}>{error}</p> : null;
  const left = weightsLeft(pack, list);
  return (
    <fieldset className={css.list}>
      <legend>
        下级指标的权重
        <span className={left === 0 ? css.hint : css.error}>
          {left === 0 ? '合计 100%' : left > 0 ? `还差 ${left}%` : `超出 ${-left}%`}
        </span>
      </legend>
      <ul className={css.values}>
        {nodes.map((node, index) => (
          <li key={node.id}>
            <span>{node.name}</span>
            <NumberInput
              size="xs"
              aria-label={`${node.name}的权重`}
              hideControls
              suffix=" %"
              decimalScale={3}
              value={node.weight ?? ''}
              onChange={(typed) => {
                const weight = typed === '' ? undefined : Number(typed);
                if (weight === undefined || Number.isFinite(weight)) set([...list, index, 'weight'], weight);
              }}
            />
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
