import { useMemo } from 'react';
import { QR_QUIET, qrMatrix } from '#shared/domain/document/qr';

type QrCodeProps = {
  readonly text: string;
  /** What it holds, in words, for those who cannot see it: `名录校验值的二维码`. */
  readonly label: string;
  /** Edge in CSS millimetres, so that it prints as large as it shows. */
  readonly mm?: number;
};

/** A QR code drawn as one path, always black on white: crisp at any scale, and readable where the page is dark. */
export function QrCode({ text, label, mm = 32 }: QrCodeProps) {
  const { edge, path } = useMemo(() => {
    const { size, dark } = qrMatrix(text);
    return { edge: size + 2 * QR_QUIET, path: dark.map((row, y) => rowPath(row, y)).join('') };
  }, [text]);
  return (
    <svg
      role="img"
      aria-label={label}
      width={`${mm}mm`}
      height={`${mm}mm`}
      viewBox={`0 0 ${edge} ${edge}`}
      shapeRendering="crispEdges"
    >
      <rect width={edge} height={edge} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}

/** Neighbouring modules become one bar, or hairlines would show between them on paper. */
function rowPath(row: readonly boolean[], y: number): string {
  let path = '';
  for (let x = 0; x < row.length; x++) {
    if (!row[x]) continue;
    const from = x;
    while (row[x + 1]) x++;
    path += `M${from + QR_QUIET} ${y + QR_QUIET}h${x - from + 1}v1h-${x - from + 1}z`;
  }
  return path;
}
