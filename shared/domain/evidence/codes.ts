export const evidenceKinds = ['photo', 'video', 'audio', 'document', 'page', 'scan', 'other'] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];
/** As the kinds of evidence are called in an index. */
export const evidenceKindLabels: Readonly<Record<EvidenceKind, string>> = {
  photo: '照片',
  video: '录像',
  audio: '录音',
  document: '书证',
  page: '网页',
  scan: '扫描件',
  other: '其他',
};

/** How a copy was made; the original is never worked on. */
export const copyKinds = ['rotate', 'blur'] as const;
export type CopyKind = (typeof copyKinds)[number];
export const copyKindLabels: Readonly<Record<CopyKind, string>> = { rotate: '旋转', blur: '遮盖' };

/** `unsupported`: the kind of file carries none that the program reads. */
export const metadataStates = ['read', 'none', 'broken', 'unsupported'] as const;
export type MetadataState = (typeof metadataStates)[number];

/** Records that gather evidence. */
export const evidenceOwners = ['inspection', 'rectification'] as const;
export type EvidenceOwner = (typeof evidenceOwners)[number];
export const evidenceOwnerLabels: Readonly<Record<EvidenceOwner, string>> = {
  inspection: '检查',
  rectification: '责令改正',
};

/** Whether an image can be shown by the window. */
export const previewStates = ['possible', 'heic', 'format', 'damaged', 'not_image'] as const;
export type PreviewState = (typeof previewStates)[number];

/** What the page says in the place of a picture; empty where one is shown. */
export const previewLabels: Readonly<Record<PreviewState, string>> = {
  possible: '',
  heic: '无法预览（HEIC）',
  format: '无法预览（此格式）',
  damaged: '图像已损坏',
  not_image: '',
};

export const previewAdvice: Readonly<Record<PreviewState, string>> = {
  possible: '',
  heic: '原件已按原样保存。需要查看时，用“用其他程序打开”；需要打印时，请在手机上另存一份 JPG 一并存入。',
  format: '原件已按原样保存。需要查看时，用“用其他程序打开”；需要打印时，请另存一份 JPG 一并存入。',
  damaged: '原件已按原样保存。请核对存储卡或手机中的原图是否完好，完好的请重新存入。',
  not_image: '',
};
