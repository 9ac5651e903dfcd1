import { Button, Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import {
  type SigningState,
  signatureWayLabels,
  signerRoleLabels,
  signingStateLabels,
} from '#shared/domain/inspection/signature';
import { useAction, useRoute } from '../../api/queries';
import { SubmitForm } from '../../components/form-drawer';
import { StatePill, type StateTone } from '../../components/pill';
import { type InspectionFile, momentOf, type Signing, timeText } from './inspection-words';
import { SignaturePad } from './signature-pad';
import css from './site.module.css';

const TONES: Record<SigningState, StateTone> = {
  missing: 'waiting',
  signed: 'done',
  paper_waiting: 'warn',
  refused: 'warn',
  changed: 'grave',
};

type SignRowProps = { readonly file: InspectionFile; readonly signing: Signing };
type Doing = 'pad' | 'refuse' | null;

/** One signer: on the screen, on paper, or refused. */
export function SignRow({ file, signing }: SignRowProps) {
  const { role, officerId, status, signature } = signing;
  const [doing, setDoing] = useState<Doing>(null);
  const [name, setName] = useState(signing.name || presentName(file));
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const sign = useAction('inspection.sign', {
    form: { setErrors },
    done: (_, input) => `${signerRoleLabels[role]}${name}：${signatureWayLabels[input.way]}`,
    onDone: () => setDoing(null),
  });
  const who = { id: file.id, role, officerId, name, at: momentOf(file) };
  const open = status === 'missing' || status === 'changed';
  const named = (go: () => void) => () => (name.trim() === '' ? setErrors({ name: '请填写签名人的姓名' }) : go());
  return (
    <li className={css.signer} id={`sign-${officerId ?? role}`} tabIndex={-1}>
      <div className={css.signerName}>
        <span className={css.signerRole}>{signerRoleLabels[role]}</span>
        {role === 'officer' ? (
          <strong>{name}</strong>
        ) : (
          <TextInput
            aria-label={`${signerRoleLabels[role]}姓名`}
            placeholder="签名人姓名"
            data-sign={open && name.trim() === '' ? 'open' : undefined}
            value={name}
            error={errors['name']}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        )}
        <StatePill label={signingStateLabels[status]} tone={TONES[status]} />
      </div>
      <div className={css.stack}>
        {signature ? <Signed signing={signing} /> : null}
        {doing === 'pad' ? (
          <SignaturePad
            label={`${signerRoleLabels[role]}${name}签名`}
            busy={sign.busy}
            onSave={(picture) => void sign.run({ ...who, way: 'pad', picture })}
            onCancel={() => setDoing(null)}
          />
        ) : doing === 'refuse' ? (
          <RefuseForm
            busy={sign.busy}
            errors={errors}
            onRefuse={(refusal) => void sign.run({ ...who, way: 'none', ...refusal })}
            onCancel={() => setDoing(null)}
          />
        ) : (
          <div className={css.row}>
            <Button
              variant={open ? 'default' : 'subtle'}
              loading={sign.busy}
              data-sign={open ? 'open' : undefined}
              onClick={named(() => void sign.run({ ...who, way: 'paper' }))}
            >
              {open ? '已在纸上签名' : '改为纸上签名'}
            </Button>
            <Button variant={open ? 'default' : 'subtle'} onClick={named(() => setDoing('pad'))}>
              {open ? '屏上签名' : '在屏上重签'}
            </Button>
            {role === 'party' ? (
              <Button variant="subtle" onClick={named(() => setDoing('refuse'))}>
                拒绝签名
              </Button>
            ) : null}
          </div>
        )}
      </div>
    </li>
  );
}

const presentName = (file: InspectionFile): string => (file.partyPresent ?? '').split(/[，,；;（(]/)[0]?.trim() ?? '';

export function Signed({ signing }: { readonly signing: Signing }) {
  const { signature } = signing;
  const { data } = useRoute(
    'inspection.get-signature-picture',
    { signatureId: signature?.id ?? '' },
    { enabled: signature !== null && signature.attachmentId !== null },
  );
  if (!signature) return null;
  const witness = [
    signature.witnessName &&
      `见证人：${signature.witnessName}${signature.witnessUnit ? `（${signature.witnessUnit}）` : ''}`,
    signature.recorded && '已全程录音录像',
  ].filter(Boolean);
  return (
    <div className={css.row}>
      {data?.picture ? <img className={css.picture} src={data.picture} alt={`${signature.name}的签名`} /> : null}
      <span className={css.quiet}>
        {timeText(signature.at)}　{signatureWayLabels[signature.way]}
        {signature.reason ? `　理由：${signature.reason}` : ''}
        {witness.length > 0 ? `　${witness.join('，')}` : ''}
      </span>
    </div>
  );
}

type Refusal = {
  readonly reason: string;
  readonly witnessName: string;
  readonly witnessUnit: string;
  readonly recorded: boolean;
};
type RefuseFormProps = {
  readonly busy: boolean;
  readonly errors: Readonly<Record<string, string>>;
  readonly onRefuse: (refusal: Refusal) => void;
  readonly onCancel: () => void;
};

/** Refusing to sign is written down with its reason, and with somebody or something that saw it. */
function RefuseForm({ busy, errors, onRefuse, onCancel }: RefuseFormProps) {
  const [value, setValue] = useState<Refusal>({ reason: '', witnessName: '', witnessUnit: '', recorded: false });
  return (
    <SubmitForm busy={busy} onSubmit={() => onRefuse(value)}>
      <div className={css.stack}>
        <TextInput
          label="拒绝签名的理由"
          required
          autoFocus
          value={value.reason}
          error={errors['reason']}
          onChange={(event) => setValue({ ...value, reason: event.currentTarget.value })}
        />
        <div className={css.row}>
          <TextInput
            label="见证人姓名"
            value={value.witnessName}
            error={errors['witnessName']}
            onChange={(event) => setValue({ ...value, witnessName: event.currentTarget.value })}
          />
          <TextInput
            label="见证人单位或者证件"
            value={value.witnessUnit}
            onChange={(event) => setValue({ ...value, witnessUnit: event.currentTarget.value })}
          />
          <Checkbox
            label="已全程录音录像"
            checked={value.recorded}
            onChange={(event) => setValue({ ...value, recorded: event.currentTarget.checked })}
          />
        </div>
        <div className={css.row}>
          <Button type="submit" variant="default" loading={busy}>
            记录拒绝签名
          </Button>
          <Button variant="subtle" onClick={onCancel}>
            取消
          </Button>
        </div>
      </div>
    </SubmitForm>
  );
}
