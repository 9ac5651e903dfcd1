import { Button } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useDraftScope } from './draft-context';
import css from './editor.module.css';
import { getAt, insertAt, moveAt, pathOf, removeAt } from './json-path';

type ListFrameProps = {
  /** The place of the list. */
  readonly at: string;
  readonly title: string;
  readonly hint?: ReactNode;
  /** The verb on the button: 增加一档. */
  readonly add: string;
  /** What a new entry begins with; given the entries that are there. */
  readonly blank: (entries: readonly unknown[]) => unknown;
  /** 第 2 档 */
  readonly entry: (at: number) => string;
  readonly least?: number;
  readonly children: (place: string, at: number) => ReactNode;
};

/** A list inside a form: entries that can be added, moved and taken away, by mouse and by keyboard. */
export function ListFrame({ at, title, hint, add, blank, entry, least = 0, children }: ListFrameProps) {
  const { pack, replace } = useDraftScope();
  const path = pathOf(at);
  const entries = (getAt(pack, path) ?? []) as readonly unknown[];
  const put = (next: typeof pack) => replace(path, getAt(next, path));
  return (
    <fieldset className={css.list}>
      <legend>
        {title}
        {hint ? <span className={css.hint}>{hint}</span> : null}
      </legend>
      <ol className={css.entries}>
        {entries.map((_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an entry of a pack has no name but its place
          <li key={index} className={css.entry}>
            <div className={css.entryHead}>
              <span>{entry(index)}</span>
              <Button.Group>
                <SmallButton
                  label={`${entry(index)}上移`}
                  disabled={index === 0}
                  onClick={() => put(moveAt(pack, [...path, index], -1))}
                >
                  <IconArrowUp size={14} stroke={1.5} />
                </SmallButton>
                <SmallButton
                  label={`${entry(index)}下移`}
                  disabled={index === entries.length - 1}
                  onClick={() => put(moveAt(pack, [...path, index], 1))}
                >
                  <IconArrowDown size={14} stroke={1.5} />
                </SmallButton>
                <SmallButton
                  label={`删除${entry(index)}`}
                  disabled={entries.length <= least}
                  onClick={() => put(removeAt(pack, [...path, index]))}
                >
                  <IconTrash size={14} stroke={1.5} />
                </SmallButton>
              </Button.Group>
            </div>
            {children(`${at}.${index}`, index)}
          </li>
        ))}
      </ol>
      <div>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus size={14} stroke={1.5} />}
          onClick={() => put(insertAt(pack, path, entries.length, blank(entries)))}
        >
          {add}
        </Button>
      </div>
    </fieldset>
  );
}

type SmallButtonProps = {
  readonly label: string;
  readonly disabled: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
};

function SmallButton({ label, disabled, onClick, children }: SmallButtonProps) {
  return (
    <Button variant="default" size="compact-xs" title={label} aria-label={label} disabled={disabled} onClick={onClick}>
      {children}
    </Button>
  );
}
