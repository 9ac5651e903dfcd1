/** Copies and stages of a document that the register of issued documents keeps apart from its plain form. */
export const documentVariants = [
  'subject',
  'draft',
  'blank',
  'page',
  'page-subject',
  'page-draft',
  'page-blank',
] as const;
export type DocumentVariant = (typeof documentVariants)[number];

const documentVariantLabels: Record<DocumentVariant, string> = {
  subject: '送达主体联',
  draft: '未经审定',
  blank: '空白',
  page: '页面 PDF',
  'page-subject': '页面 PDF，送达主体联',
  'page-draft': '页面 PDF，未经审定',
  'page-blank': '页面 PDF，空白',
};

/** How a variant of a document stands in the register. @example registerId('rating-why', 'subject') // 'rating-why/subject' */
export const registerId = (report: string, variant: DocumentVariant | null): string =>
  variant === null ? report : `${report}/${variant}`;

/** @example variantTitle('信用评价说明', 'subject') // '信用评价说明（送达主体联）' */
export const variantTitle = (title: string, variant: DocumentVariant | null): string =>
  variant === null ? title : `${title}（${documentVariantLabels[variant]}）`;

/** The report and the variant of an entry of the register; a variant of an older or newer program is left out. */
export function readRegisterId(entry: string): { readonly report: string; readonly variant: DocumentVariant | null } {
  const [report = entry, code = ''] = entry.split('/');
  return { report, variant: documentVariants.find((variant) => variant === code) ?? null };
}
