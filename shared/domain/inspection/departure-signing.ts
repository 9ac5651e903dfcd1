import { assertNever } from '../../kernel/assert';
import { block, type DepartureProblem, warn } from './departure-problem';
import type { Inspection } from './inspection';
import { type Signing, signerRoleLabels, signingsOf } from './signature';

/** Who has not signed, signed another text, or signed on paper that is not in the store yet. */
export function signingProblems(record: Inspection): readonly DepartureProblem[] {
  const problems = signingsOf(record).flatMap((signing) => problemOf(signing));
  const { refusal } = record;
  if (refusal && refusal.witnessName.trim() === '' && !refusal.recorded)
    problems.push(block('witness_missing', 'refusal', '当事人拒绝检查，请填写见证人或注明已录音录像'));
  return problems;
}

function problemOf(signing: Signing): DepartureProblem[] {
  const who = `${signerRoleLabels[signing.role]}${signing.role === 'officer' ? signing.name : ''}`;
  const field = `sign.${signing.officerId ?? signing.role}`;
  switch (signing.status) {
    case 'missing':
      return [
        block(
          'signature_missing',
          field,
          signing.role === 'party' ? '当事人尚未签名；拒绝签名的，请记录理由和见证' : `${who}尚未签名`,
        ),
      ];
    case 'changed':
      return [block('signature_changed', field, `${who}签名后记录有改动，请核对后重新签名`)];
    case 'paper_waiting':
      return [warn('signature_scan', field, `${who}在纸上签名，扫描件尚未存入，离场后请补存`)];
    case 'signed':
    case 'refused':
      return [];
    default:
      return assertNever(signing.status);
  }
}
