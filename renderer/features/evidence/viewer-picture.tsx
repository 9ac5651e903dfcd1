import { type PointerEvent, useEffect, useRef, useState } from 'react';
import type { Mask, Turn } from './picture-tools';
import css from './viewer.module.css';

type Handler = (event: PointerEvent<HTMLElement>) => void;
type PictureProps = {
  readonly url: string;
  readonly degrees: Turn;
  /** null: as large as the window allows. */
  readonly zoom: number | null;
  readonly masks: readonly Mask[];
  /** Takes the mouse while masks are drawn. */
  readonly catcher: {
    readonly onPointerDown: Handler;
    readonly onPointerMove: Handler;
    readonly onPointerUp: Handler;
  } | null;
};

type Size = { readonly width: number; readonly height: number };

/** A picture, turned and scaled, with its masks lying on it. */
export function ViewerPicture({ url, degrees, zoom, masks, catcher }: PictureProps) {
  const stage = useRef<HTMLDivElement>(null);
  const [natural, setNatural] = useState<Size | null>(null);
  const [room, setRoom] = useState<Size>({ width: 800, height: 600 });
  const [broken, setBroken] = useState(false);
  useEffect(() => {
    const element = stage.current;
    if (!element) return;
    const watch = new ResizeObserver(() =>
      setRoom({ width: element.clientWidth - 16, height: element.clientHeight - 16 }),
    );
    watch.observe(element);
    return () => watch.disconnect();
  }, []);

  const across = degrees === 90 || degrees === 270;
  const size = natural ?? { width: 4, height: 3 };
  const turned = across ? { width: size.height, height: size.width } : size;
  const scale = zoom ?? Math.min(1, room.width / turned.width, room.height / turned.height);
  const percent = (thousandths: number) => `${thousandths / 10}%`;

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a picture larger than the window is scrolled by keys
    <section ref={stage} className={css.stage} tabIndex={0} aria-label="图片">
      {broken ? (
        <p className={css.plain}>图片读不出来。原件已按原样保存，请先“核对证据”，再用其他程序打开查看。</p>
      ) : (
        <div
          className={css.turned}
          style={{
            width: turned.width * scale,
            height: turned.height * scale,
            visibility: natural ? 'visible' : 'hidden',
          }}
        >
          <div
            className={css.frame}
            style={{
              width: size.width * scale,
              height: size.height * scale,
              transform: `translate(-50%, -50%) rotate(${degrees}deg)`,
            }}
          >
            <img
              className={css.picture}
              src={url}
              alt="证据原图"
              draggable={false}
              onLoad={(event) =>
                setNatural({ width: event.currentTarget.naturalWidth, height: event.currentTarget.naturalHeight })
              }
              onError={() => setBroken(true)}
            />
            {masks.map((mask, at) => (
              <span
                // biome-ignore lint/suspicious/noArrayIndexKey: masks have no name; only the last one changes
                key={at}
                className={css.mask}
                data-current={at === masks.length - 1}
                style={{
                  left: percent(mask.x),
                  top: percent(mask.y),
                  width: percent(mask.width),
                  height: percent(mask.height),
                }}
              />
            ))}
            {catcher ? <div className={css.catcher} {...catcher} /> : null}
          </div>
        </div>
      )}
    </section>
  );
}
