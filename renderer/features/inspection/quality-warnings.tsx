import { IconAlertTriangle } from '@tabler/icons-react';
import { recordQuality } from '#shared/domain/inspection/record-quality';
import css from './inspection.module.css';

/** Words that judge, pointed out while they are typed; they never block. */
export function QualityWarnings({ text }: { readonly text: string }) {
  const words = new Map(recordQuality(text).map((warning) => [warning.word, warning.message]));
  if (words.size === 0) return null;
  return (
    <ul className={css.warnings} role="status">
      {[...words].map(([word, message]) => (
        <li key={word}>
          <IconAlertTriangle size={14} stroke={1.5} aria-hidden />
          {message}
        </li>
      ))}
    </ul>
  );
}
