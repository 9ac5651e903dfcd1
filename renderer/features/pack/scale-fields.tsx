import { Button, Select } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { Read, Scale } from '#shared/domain/rating/leaf';
import { blankScale } from './blanks';
import { NumberAt, TextAt } from './bound-fields';
import { CutInput } from './cut-input';
import { useAt, useDraftScope } from './draft-context';
import css from './editor.module.css';
import { addBand, cutOf, removeBand, setCut } from './intervals';
import { intervalWords, readField } from './leaf-words';
import { MapValues } from './map-values';

const byLabels: Record<Scale['by'], string> = {
  bands: '按分段给分',
  map: '按取值给分',
  linear: '每满一个单位加减分',
};

type ScaleAtProps = { readonly at: string; readonly read: Read; readonly scale: Scale };

/** How the value that was read turns into points. */
export function ScaleAt({ at, read, scale }: ScaleAtProps) {
  const { replace } = useAt<Scale>(at);
  const { catalogue } = useDraftScope();
  const field = readField(read, catalogue);
  return (
    <fieldset className={css.list}>
      <legend>
        怎样换算成分
        {field?.type === 'money' ? <span className={css.hint}>金额以分计，1 万元填 1000000</span> : null}
      </legend>
      <div className={css.row}>
        <Select
          label="换算方法"
          allowDeselect={false}
          data={Object.entries(byLabels).map(([value, label]) => ({ value, label }))}
          value={scale.by}
          onChange={(by) => by !== null && replace({ ...blankScale(by as Scale['by']), missing: scale.missing })}
        />
        <NumberAt at={`${at}.missing`} label="没有数据时" required suffix="分" />
      </div>
      {scale.by === 'bands' ? <Bands at={`${at}.bands`} /> : null}
      {scale.by === 'map' ? <MapValues at={at} read={read} /> : null}
      {scale.by === 'linear' ? (
        <div className={css.row}>
          <NumberAt at={`${at}.start`} label="起始" required suffix="分" />
          <NumberAt at={`${at}.per`} label="每满" required />
          <NumberAt at={`${at}.points`} label="加减" required suffix="分" />
        </div>
      ) : null}
    </fieldset>
  );
}

type Band = Extract<Scale, { by: 'bands' }>['bands'][number];

/** Bands that always meet: only the ends are entered, so there is never a gap. */
function Bands({ at }: { readonly at: string }) {
  const { value, set, replace, error } = useAt<readonly Band[]>(at);
  const { problems } = useDraftScope();
  const bands = value ?? [];
  return (
    <>
      <ol className={css.entries}>
        {bands.map((band, index) => {
          const problem = problems.find(({ path }) => path === `${at}.${index}`);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a band has no name but its place
            <li key={index} className={css.entry}>
              <div className={css.entryHead}>
                <span>
                  第 {index + 1} 段：{intervalWords(band)}
                </span>
                <Button
                  size="compact-xs"
                  variant="default"
                  disabled={bands.length <= 1}
                  aria-label={`删除第 ${index + 1} 段`}
                  onClick={() => replace(removeBand(bands, index))}
                >
                  <IconTrash size={14} stroke={1.5} />
                </Button>
              </div>
              <div className={css.row}>
                {index < bands.length - 1 ? (
                  <CutInput
                    label="到哪里为止"
                    side="upper"
                    cut={cutOf(band)}
                    onChange={(cut) => set(setCut(bands, index, cut))}
                  />
                ) : null}
                <NumberAt at={`${at}.${index}.points`} label="得" required suffix="分" />
              </div>
              <TextAt at={`${at}.${index}.note`} label="说明" />
              {problem ? <p className={css.error}>{problem.message}</p> : null}
            </li>
          );
        })}
      </ol>
      {error ? <p className={css.error}>{error}</p> : null}
      <div>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={14} stroke={1.5} />}
          onClick={() => replace(addBand(bands, { points: 0 }))}
        >
          增加一段
        </Button>
      </div>
    </>
  );
}
