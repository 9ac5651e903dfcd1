import { type PaperSignature, zhDay } from './content';

/** A signature as it was recorded: signed, or refused before a witness. */
export type RecordedSignature = {
  readonly role: 'party' | 'witness' | 'officer';
  readonly name: string;
  readonly state: 'signed' | 'refused';
  readonly reason: string;
  readonly witnessName: string;
  readonly at: string;
};

/**
 * What stands in the place of one signer: a refusal is written out with its reason and witness; a signature is left to
 * the pen, for the paper itself is signed.
 *
 * @example signaturePlace('当事人（签名盖章）：', refusal).text // '当事人拒绝签名：…。见证人：…'
 */
export function signaturePlace(title: string, signature: RecordedSignature | null): PaperSignature {
  if (signature?.state !== 'refused') return { title, text: '', date: '' };
  const reason = signature.reason.trim().replace(/。$/, '');
  return {
    title,
    text: `${signature.name}拒绝签名${reason === '' ? '' : `：${reason}`}。${signature.witnessName === '' ? '' : `见证人：${signature.witnessName}`}`,
    date: '',
  };
}

/** The four places of a site record; a recorded refusal stands in the party's place, its witness beside it. */
export function recordSignatures(signatures: readonly RecordedSignature[]): readonly PaperSignature[] {
  const party = signatures.find(({ role }) => role === 'party') ?? null;
  return [
    signaturePlace('当事人\n（签名盖章）：', party),
    { title: '见证人\n（签名）：', text: '', date: '' },
    { title: '检查人员\n（签名）：', text: '', date: '' },
    { title: '检查人员\n（签名）：', text: '', date: '' },
  ];
}

/** 送达: filled in where the service is recorded, else to be filled in by hand. */
export const receiptPlace = (servedOn: string | null, receivedBy: string): PaperSignature => ({
  title: `收到时间：${zhDay(servedOn)}\n接收人（签名或者盖章）：`,
  text: receivedBy,
  date: null,
});
