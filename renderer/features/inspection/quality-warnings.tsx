import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { inNeutralWords, LEFT_OUT, type QualityWarning, recordQuality } from '#shared/domain/inspection/record-quality';
import css from './inspection.module.css';
import site from './site.module.css';

const AROUND = 10;
/** More than these at once is no help. */
const SHOWN = 4;

type QualityWarningsProps = { readonly text: string; readonly onText: (text: string) => void };

/** Words that judge, underlined while they are typed, with other words to choose; they never block. */
export function QualityWarnings({ text, onText }: QualityWarningsProps) {
  const warnings = recordQuality(text);
  if (warnings.length === 0) return null;
  return (
    <ul className={css.warnings} role="status">
      {warnings.slice(0, SHOWN).map((warning) => (
        <li key={`${warning.index} ${warning.word}`}>
          <IconAlertTriangle size={14} stroke={1.5} aria-hidden />
          <span className={css.warning}>
            <Excerpt text={text} warning={warning} />
            <span>{warning.message}。</span>
            {warning.neutral.map((neutral) => (
              <Button
                key={neutral}
                size="compact-xs"
                variant="default"
                onClick={() => onText(inNeutralWords(text, warning, neutral))}
              >
                {neutral === LEFT_OUT ? '删去' : `改为“${neutral}”`}
              </Button>
            ))}
          </span>
        </li>
      ))}
      {warnings.length > SHOWN ? <li>另有 {warnings.length - SHOWN} 处</li> : null}
    </ul>
  );
}

function Excerpt({ text, warning: { index, word } }: { readonly text: string; readonly warning: QualityWarning }) {
  const from = Math.max(0, index - AROUND);
  const end = index + word.length;
  return (
    <span className={site.excerpt}>
      {from > 0 ? '…' : ''}
      {text.slice(from, index)}
      <mark>{word}</mark>
      {text.slice(end, end + AROUND)}
      {text.length > end + AROUND ? '…' : ''}
    </span>
  );
}
