import { Button } from '@mantine/core';
import type { ApiError } from '../../api/client';
import { Section } from '../../components/section';
import css from './pack.module.css';
import { placeWords, plainMessage } from './pack-place';

type ImportRefusedProps = { readonly error: ApiError; readonly onClose: () => void };

/** Why a file was not taken in, place by place, in words that the office it came from can work with. */
export function ImportRefused({ error, onClose }: ImportRefusedProps) {
  return (
    <Section
      title="规则包没有导入"
      count={error.details.length}
      hint="本机的规则包没有变动；请提供文件的单位按下面各处改正后重新导出"
      flush
      actions={
        <Button size="xs" variant="default" onClick={onClose}>
          知道了
        </Button>
      }
    >
      <ul className={css.refused} aria-label="文件里的问题">
        {error.details.map(({ path, message }) => (
          <li key={`${path} ${message}`}>
            {path === '' ? '' : <span className={css.beforeProblem}>{placeWords({}, path)}</span>}
            {plainMessage(message)}
          </li>
        ))}
      </ul>
    </Section>
  );
}
