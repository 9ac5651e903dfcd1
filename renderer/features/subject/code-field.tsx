import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconCircleCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useRoute } from '../../api/queries';
import css from './code-field.module.css';

type CodeFieldProps = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error?: ReactNode;
  readonly description?: string;
};

/** A unified social credit code, checked while it is typed; a slip is repaired by one click. */
export function CodeField({ label, value, onChange, error, description }: CodeFieldProps) {
  const [typed] = useDebouncedValue(value.trim(), 200);
  // Half a code is no slip yet.
  const ready = typed.length >= 15;
  const check = useRoute('subject.check-code', { uscc: typed.slice(0, 60) }, { enabled: ready }).data;
  const settled = ready && typed === value.trim() ? check : undefined;
  const normalised = settled?.ok && settled.value !== value.trim() ? settled.value : null;
  const proposals = settled && !settled.ok ? settled.suggestions : normalised ? [normalised] : [];
  return (
    <div>
      <TextInput
        label={label}
        value={value}
        maxLength={60}
        spellCheck={false}
        classNames={{ input: css.code ?? '' }}
        error={settled && !settled.ok ? settled.message : error}
        description={description}
        rightSection={
          settled?.ok && !normalised ? (
            <IconCircleCheck className={css.right} size={18} stroke={1.5} role="img" aria-label="校验通过" />
          ) : null
        }
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {proposals.length > 0 ? (
        <div className={css.proposals}>
          <span>{normalised ? '规范写法' : '可能应为'}</span>
          {proposals.slice(0, 4).map((code) => (
            <button
              key={code}
              type="button"
              className={css.proposal}
              aria-label={`改为 ${code}`}
              onClick={() => onChange(code)}
            >
              <Marked code={code} typed={value.trim()} />
            </button>
          ))}
        </div>
      ) : null}
    </div>
  );
}

/** The proposed code with the characters that differ underlined. */
function Marked({ code, typed }: { readonly code: string; readonly typed: string }) {
  const characters = [...code];
  if (code.length !== typed.length) return code;
  return characters.map((character, at) =>
    character === typed[at] ? (
      character
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the place in the code is what names the character
      <mark key={at} className={css.changed}>
        {character}
      </mark>
    ),
  );
}
