import { Button } from '@mantine/core';
import { type PointerEvent, useEffect, useRef, useState } from 'react';
import css from './site.module.css';

/** Dots a CSS pixel in the picture that is kept. */
const SHARP = 2;
const PEN = 2.4;

type SignaturePadProps = {
  readonly label: string;
  readonly busy: boolean;
  readonly onSave: (picture: string) => void;
  readonly onCancel: () => void;
};

/** A place to write one's name with mouse, pen or finger; what is kept is a picture of the strokes. */
export function SignaturePad({ label, busy, onSave, onCancel }: SignaturePadProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [signed, setSigned] = useState(false);
  useEffect(() => {
    const pad = canvas.current;
    if (!pad) return;
    pad.width = pad.clientWidth * SHARP;
    pad.height = pad.clientHeight * SHARP;
    pad.scrollIntoView({ block: 'nearest' });
    pad.focus();
    prepare(pad);
  }, []);

  const stroke = (event: PointerEvent<HTMLCanvasElement>, begin: boolean) => {
    const pen = event.currentTarget.getContext('2d');
    if (!pen) return;
    const { offsetX: x, offsetY: y } = event.nativeEvent;
    if (begin) {
      event.currentTarget.setPointerCapture(event.pointerId);
      pen.beginPath();
      pen.moveTo(x, y);
    }
    // a pen that tells how hard it is pressed writes accordingly
    pen.lineWidth = event.pointerType === 'pen' ? PEN * (0.5 + event.pressure) : PEN;
    pen.lineTo(x, y);
    pen.stroke();
    setSigned(true);
  };
  const clear = () => {
    if (canvas.current) prepare(canvas.current);
    setSigned(false);
  };
  return (
    <div className={css.stack}>
      <canvas
        ref={canvas}
        className={css.pad}
        tabIndex={-1}
        aria-label={label}
        onPointerDown={(event) => stroke(event, true)}
        onPointerMove={(event) => event.buttons === 1 && stroke(event, false)}
      />
      <div className={css.row}>
        <Button
          variant="default"
          loading={busy}
          disabled={!signed}
          onClick={() => canvas.current && onSave(canvas.current.toDataURL('image/png'))}
        >
          保存签名
        </Button>
        <Button variant="subtle" disabled={!signed} onClick={clear}>
          清除重签
        </Button>
        <Button variant="subtle" onClick={onCancel}>
          取消
        </Button>
        <span className={css.quiet}>用鼠标、手写笔或者手指在框内签名</span>
      </div>
    </div>
  );
}

/** White paper, black ink: it is printed. */
function prepare(pad: HTMLCanvasElement): void {
  const pen = pad.getContext('2d');
  if (!pen) return;
  pen.setTransform(1, 0, 0, 1, 0, 0);
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, pad.width, pad.height);
  pen.setTransform(SHARP, 0, 0, SHARP, 0, 0);
  pen.strokeStyle = '#111';
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
}
