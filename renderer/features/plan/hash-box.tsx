import type { ReactNode } from 'react';
import { QrCode } from '../../components/qr-code';
import { HashText } from '../../components/text';
import css from './plan.module.css';

/** The announced hash, large enough to be read aloud, and as a code for the phones of those who stand by. */
export function HashBox({ hash, label }: { readonly hash: string; readonly label: ReactNode }) {
  return (
    <div className={css.hashBox}>
      <div>
        <p className={css.hashLabel}>{label}</p>
        <HashText hash={hash} large />
      </div>
      <figure className={css.hashCode}>
        <QrCode text={hash} label="名录校验值的二维码" mm={30} />
        <figcaption>手机扫码留存</figcaption>
      </figure>
    </div>
  );
}
