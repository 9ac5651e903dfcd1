import { useState } from 'react';
import type { RatingCopy } from '#shared/domain/rating/subject-copy';
import type { PrintFrame } from '#shared/ipc/print';
import type { FiledPage } from '#shared/ipc/report';
import { call, toApiError } from './client';
import { WrittenToast } from './export-document';
import { toastDone, toastError } from './toast';

export type PrintedPage = {
  readonly report: FiledPage;
  readonly ownerId: string;
  readonly copy: RatingCopy;
  /** Above every page and in the register. */
  readonly title: string;
  /** Proposed for the file, without its ending. */
  readonly fileName: string;
  /** In red above every page, besides that of the practice store. */
  readonly marks: readonly string[];
  /** An official paper: it bears title and number itself, around it stand only page numbers, day and chain. */
  readonly official?: { readonly no: string; readonly blank: boolean };
};

/** What is needed to print; a PDF is registered as well and needs all of it. */
type Frame = Pick<PrintedPage, 'title' | 'marks' | 'official'>;

const PRACTICE_MARK = '练习数据，不作凭证';

/** What stands around the pages at this moment: the head of the chain is the last entry before the print. */
async function frameOf({ title, marks, official }: Frame): Promise<PrintFrame> {
  const { office, asOf, chain, practice } = await call('report.page-frame', {});
  const all = [...(practice ? [PRACTICE_MARK] : []), ...marks];
  if (official) return { title: '', marks: all, left: [asOf, chain], right: [official.no, office] };
  return {
    title,
    marks: all,
    left: [office, '知信办案台页面打印'],
    right: [asOf, chain],
  };
}

/**
 * The page that is shown, on paper or as a PDF that is entered in the register of issued documents.
 *
 * @example const { print, savePdf, busy } = usePrintPage(); void savePdf(page);
 */
export function usePrintPage() {
  const [busy, setBusy] = useState(false);
  const once = async (work: () => Promise<void>) => {
    setBusy(true);
    try {
      await work();
    } catch (thrown) {
      toastError(toApiError(thrown));
    } finally {
      setBusy(false);
    }
  };
  return {
    busy,
    print: (page: Frame) => once(async () => void (await call('shell.print-page', { frame: await frameOf(page) }))),
    savePdf: (page: PrintedPage) =>
      once(async () => {
        const saved = await call('shell.save-pdf', { defaultName: page.fileName, frame: await frameOf(page) });
        if (!saved) return;
        const { report, ownerId, copy, official } = page;
        const { staged, target, name } = saved;
        await call('report.file-pdf', {
          report,
          ownerId,
          copy,
          blank: official?.blank ?? false,
          staged,
          target,
        });
        toastDone(<WrittenToast name={name} no="" token={target} />);
      }),
  };
}
