import { Button, Switch } from '@mantine/core';
import { IconFileTypePdf, IconPrinter } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router-dom';
import { type RatingCopy, ratingCopyLabels } from '#shared/domain/rating/subject-copy';
import { type PrintedPage, usePrintPage } from '../api/print-page';
import css from './print-actions.module.css';

/** Which copy the page shows: `?copy=subject` is the one for the firm. */
export function useRatingCopy(): RatingCopy {
  return useSearchParams()[0].get('copy') === 'subject' ? 'subject' : 'office';
}

type PrintActionsProps = Omit<PrintedPage, 'copy' | 'marks'> & {
  readonly marks?: readonly string[];
  /** Whether there is a copy for the firm. */
  readonly copies?: boolean;
  /** What is shown is about to change. */
  readonly waiting?: boolean;
  /** More ways out of the same content. */
  readonly children?: ReactNode;
};

/** Prints the page that is shown, or keeps it as a PDF; both as it is seen, in the copy that is chosen. */
export function PrintActions({ copies = false, marks = [], waiting = false, children, ...page }: PrintActionsProps) {
  const [params, setParams] = useSearchParams();
  const copy = useRatingCopy();
  const { print, savePdf, busy } = usePrintPage();
  const label = copies && copy === 'subject' ? ratingCopyLabels.subject : '';
  const printed: PrintedPage = {
    ...page,
    marks,
    copy,
    title: label ? `${page.title}（${label}）` : page.title,
    fileName: label ? `${page.fileName}_${label}` : page.fileName,
  };
  const choose = (subject: boolean) => {
    const next = new URLSearchParams(params);
    if (subject) next.set('copy', 'subject');
    else next.delete('copy');
    setParams(next, { replace: true });
  };
  return (
    <section className={css.bar} aria-label="打印和导出" data-print="hide">
      {copies ? (
        <Switch
          label={ratingCopyLabels.subject}
          title="遮盖其他机关的来源"
          checked={copy === 'subject'}
          onChange={(event) => choose(event.currentTarget.checked)}
        />
      ) : null}
      <Button
        variant="default"
        size="xs"
        loading={busy}
        disabled={waiting}
        leftSection={<IconPrinter size={15} stroke={1.5} />}
        onClick={() => void print(printed)}
      >
        打印…
      </Button>
      <Button
        variant="default"
        size="xs"
        loading={busy}
        disabled={waiting}
        leftSection={<IconFileTypePdf size={15} stroke={1.5} />}
        onClick={() => void savePdf(printed)}
      >
        导出 PDF…
      </Button>
      {children}
    </section>
  );
}
