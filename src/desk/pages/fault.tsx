import type { FC } from 'hono/jsx';
import { Frame } from '../parts/frame.tsx';

export interface WayOn {
  href: string;
  words: string;
}

interface FaultPageProps {
  title: string;
  words: string;
  way?: WayOn | undefined;
  assets: string;
}

/** A plain page for what cannot be shown: what is wrong, and the way on. */
export const FaultPage: FC<FaultPageProps> = ({ title, words, way, assets }) => (
  <Frame title={`${title} · Readout`} assets={assets}>
    <header class="front">
      <h1>{title}</h1>
      <p class="dek">{words}</p>
    </header>
    <p>
      {way && (
        <>
          <a href={way.href}>{way.words}</a> ·{' '}
        </>
      )}
      <a href="/">To the stories</a>
    </p>
  </Frame>
);
