import type { FC } from 'hono/jsx';
import { Frame } from '../parts/frame.tsx';

/** A plain page for what cannot be shown: what is wrong, and the way on. */
export const FaultPage: FC<{ title: string; words: string; assets: string }> = ({ title, words, assets }) => (
  <Frame title={`${title} · Readout`} assets={assets}>
    <header class="front">
      <h1>{title}</h1>
      <p class="dek">{words}</p>
    </header>
    <p>
      <a href="/">To the stories</a>
    </p>
  </Frame>
);
