import { canonicalJson } from '../../kernel/canonical-json';
import { AppError } from '../../kernel/errors';
import { sha256Hex } from '../../kernel/sha256';
import type { Inspection } from './inspection';
import type { ResultCode } from './result-codes';
import { requireWitness } from './site-acts';
import type { LocalTime } from './visit-time';

export const signerRoles = ['party', 'witness', 'officer'] as const;
export type SignerRole = (typeof signerRoles)[number];
export const signerRoleLabels: Record<SignerRole, string> = {
  party: '当事人',
  witness: '见证人',
  officer: '检查人员',
};

/** `none`: nothing was signed, because the party refused. */
export const signatureWays = ['pad', 'paper', 'none'] as const;
export type SignatureWay = (typeof signatureWays)[number];
export const signatureWayLabels: Record<SignatureWay, string> = {
  pad: '屏上签名',
  paper: '纸质签名',
  none: '拒绝签名',
};

export type Signature = {
  readonly id: string;
  readonly role: SignerRole;
  /** Only of officers. */
  readonly officerId: string | null;
  readonly name: string;
  readonly state: 'signed' | 'refused';
  readonly way: SignatureWay;
  readonly reason: string;
  readonly witnessName: string;
  readonly witnessUnit: string;
  readonly recorded: boolean;
  readonly at: LocalTime;
  /** Of the text that was signed; another text needs another signature. */
  readonly textSha256: string;
  readonly attachmentId: string | null;
};

export type Signer = { readonly role: SignerRole; readonly officerId: string | null; readonly name: string };

export const signingStates = ['missing', 'signed', 'paper_waiting', 'refused', 'changed'] as const;
export type SigningState = (typeof signingStates)[number];
export const signingStateLabels: Record<SigningState, string> = {
  missing: '未签名',
  signed: '已签名',
  paper_waiting: '已在纸上签名，待存扫描件',
  refused: '拒绝签名，已记录',
  changed: '签名后有改动',
};
export type Signing = Signer & { readonly status: SigningState; readonly signature: Signature | null };

/** Results under which nobody of the party is there to sign. */
const NOBODY_THERE: readonly ResultCode[] = ['6', '7', '9', '10', '11', '12'];

/**
 * The hash of what the signers read: the facts of the record. What is entered after signing (scan number, end, result)
 * is not part of it.
 *
 * @example signedTextSha256(record) === signature.textSha256 // false after a word was changed
 */
export function signedTextSha256(record: Inspection): string {
  const byCode = <T extends { itemCode: string }>(a: T, b: T) => (a.itemCode < b.itemCode ? -1 : 1);
  return sha256Hex(
    canonicalJson({
      no: record.no,
      place: record.place,
      startedAt: record.startedAt,
      officers: record.officers.map(({ name, certificateNo }) => ({ name, certificateNo })),
      partyPresent: record.partyPresent,
      rightsTold: record.rightsTold,
      avoidance: record.avoidanceAsked,
      ruling: record.avoidanceRuling,
      refusal: record.refusal,
      scene: record.scene,
      statement: record.statement,
      answers: [...record.answers]
        .sort(byCode)
        .map(({ itemCode, answer, reason, note }) => ({ itemCode, answer, reason, note })),
      findings: record.findings
        .filter((finding) => finding.state === 'open')
        .map(({ id, itemCode, facts, severity, clause }) => ({ id, itemCode, facts, severity, clause })),
    }),
  );
}

/**
 * Who has to sign this record: both officers, and the party of a visit on site unless nobody is there or the party
 * refuses to be inspected. Records made at the desk are not signed.
 */
export function signersOf(record: Inspection): readonly Signer[] {
  if (record.method !== 'on_site') return [];
  const officers = record.officers.map(({ id, name }) => ({ role: 'officer' as const, officerId: id, name }));
  const gone = record.resultCode !== null && NOBODY_THERE.includes(record.resultCode);
  if (record.refusal || gone) return officers;
  return [{ role: 'party', officerId: null, name: '' }, ...officers];
}

/**
 * Where each signature stands.
 *
 * @returns one line a signer, the party first
 * @example signingsOf(record).filter(({ status }) => status === 'missing')
 */
export function signingsOf(record: Inspection): readonly Signing[] {
  const now = record.signatures.length > 0 ? signedTextSha256(record) : '';
  return signersOf(record).map((signer) => {
    const signature = record.signatures.find((entry) => isOf(entry, signer)) ?? null;
    const name = signature?.name || signer.name;
    return { ...signer, name, signature, status: statusOf(signature, now) };
  });
}

const isOf = (entry: Pick<Signature, 'role' | 'officerId'>, signer: Pick<Signer, 'role' | 'officerId'>): boolean =>
  entry.role === signer.role && entry.officerId === signer.officerId;

function statusOf(signature: Signature | null, textSha256: string): SigningState {
  if (!signature) return 'missing';
  if (signature.textSha256 !== textSha256) return 'changed';
  if (signature.state === 'refused') return 'refused';
  return signature.way === 'paper' && signature.attachmentId === null ? 'paper_waiting' : 'signed';
}

/**
 * Puts a signature into a record; an earlier one of the same person no longer counts.
 *
 * @throws AppError `bad_input` for a signer who is not asked for, a name left blank, an officer who refuses, a refusal
 *   without a reason or without a witness
 */
export function withSignature(record: Inspection, signature: Signature): readonly Signature[] {
  const allowed = signature.role === 'witness' || signersOf(record).some((signer) => isOf(signature, signer));
  if (!allowed) throw new AppError('bad_input', '这个人不在本次检查的签名人之列，请刷新页面后重试。');
  if (signature.name.trim() === '') throw wrong('name', '请填写签名人的姓名');
  if (signature.state === 'refused') {
    if (signature.role === 'officer') throw wrong('state', '检查人员应当在笔录上签名，不能拒绝签名');
    if (signature.reason.trim() === '') throw wrong('reason', '请写明拒绝签名的理由');
    requireWitness(signature);
  }
  return [...record.signatures.filter((entry) => !isOf(entry, signature)), signature];
}

const wrong = (path: string, message: string) => new AppError('bad_input', `${message}。`, [{ path, message }]);
