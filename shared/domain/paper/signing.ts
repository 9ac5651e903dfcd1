import { type PaperSignature, zhDay, zhMoment } from './content';

/** A signature as it was recorded: signed on the screen or on paper, or refused before a witness. */
export type RecordedSignature = {
  readonly role: 'party' | 'witness' | 'officer';
  readonly name: string;
  readonly state: 'signed' | 'refused';
  readonly way: 'pad' | 'paper' | 'none';
  readonly reason: string;
  readonly witnessName: string;
  readonly witnessUnit: string;
  readonly recorded: boolean;
  /** `2026-11-23T10:12`. */
  readonly at: string;
};

/**
 * What stands in the place of one signer: a refusal, or a signature made on the screen with its time; one on paper is
 * left to the pen, for the paper itself is signed.
 *
 * @example signaturePlace('当事人：', refusal).text // '拒绝签名'
 */
export function signaturePlace(title: string, signature: RecordedSignature | null): PaperSignature {
  if (!signature) return { title, text: '', date: '' };
  if (signature.state === 'signed')
    return signature.way === 'pad'
      ? { title, text: `${signature.name}（屏上签名，图样存附件）`, date: zhMoment(signature.at) }
      : { title, text: '', date: '' };
  return { title, text: '拒绝签名', date: zhMoment(signature.at) };
}

/**
 * How a signature was refused, over the whole width of the paper; empty when nobody refused.
 *
 * @example refusedText([refusal]) // '赵某拒绝签名：…。见证人：王某（物业）。'
 */
export function refusedText(signatures: readonly RecordedSignature[]): string {
  return signatures
    .filter(({ state }) => state === 'refused')
    .map((one) => {
      const unit = one.witnessUnit === '' ? '' : `（${one.witnessUnit}）`;
      const parts = [
        `${one.name}拒绝签名：${one.reason.trim().replace(/。$/, '')}`,
        ...(one.witnessName === '' ? [] : [`见证人：${one.witnessName}${unit}`]),
        ...(one.recorded ? ['已全程录音录像'] : []),
      ];
      return `${parts.join('。')}。`;
    })
    .join('\n');
}

/** The places of a site record: party, witness, two officers; a record made at the desk has no party on the spot. */
export function recordSignatures(signatures: readonly RecordedSignature[], onSite: boolean): readonly PaperSignature[] {
  const of = (role: RecordedSignature['role']) => signatures.filter((one) => one.role === role);
  const [first = null, second = null] = of('officer');
  return [
    ...(onSite
      ? [
          signaturePlace('当事人\n（签名盖章）：', of('party')[0] ?? null),
          signaturePlace('见证人\n（签名）：', of('witness')[0] ?? null),
        ]
      : []),
    signaturePlace('检查人员\n（签名）：', first),
    signaturePlace('检查人员\n（签名）：', second),
  ];
}

/** 送达: filled in where the service is recorded, else to be filled in by hand. */
export const receiptPlace = (servedOn: string | null, receivedBy: string): PaperSignature => ({
  title: `收到时间：${zhDay(servedOn)}\n接收人（签名或者盖章）：`,
  text: receivedBy,
  date: null,
});
