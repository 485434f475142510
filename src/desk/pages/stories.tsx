/** The list of stories: the first page of the desk. */
import type { FC } from 'hono/jsx';
import { storyPath } from '../links.ts';
import { Frame } from '../parts/frame.tsx';
import { count, When } from '../parts/words.tsx';
import type { StorySummary } from '../source.ts';

export const StoriesPage: FC<{ stories: StorySummary[]; assets: string }> = ({ stories, assets }) => (
  <Frame title="Stories · Readout" assets={assets}>
    <header class="front">
      <h1>Stories</h1>
      <p class="dek">
        Who said what, when, to whom, in the news coverage of a negotiation; each entry with the words it rests on.
      </p>
    </header>
    {stories.length === 0 ? <NoStories /> : <StoryList stories={stories} />}
  </Frame>
);

const NoStories: FC = () => (
  <section class="opening" aria-labelledby="none">
    <h2 id="none">Nothing added yet</h2>
    <p class="plain">
      This desk holds no story. Give a story its first articles, text files or saved pages, with one command:
    </p>
    <pre class="command">
      <code>readout add PATH --story NAME</code>
    </pre>
    <p class="note">PATH is a file or a folder, NAME what the story is to be called. Then load this page again.</p>
  </section>
);

const StoryList: FC<{ stories: StorySummary[] }> = ({ stories }) => (
  <ol class="opening rows stories">
    {stories.map((story) => (
      <li>
        <h2>
          <a href={storyPath(story.id)}>
            <bdi>{story.name}</bdi>
          </a>
        </h2>
        <p class="note">
          {count(story.articles, 'article')} · {count(story.statements, 'statement')} · latest article{' '}
          {story.latest ? <When range={story.latest} /> : <span class="nothing">of no known day</span>}
        </p>
      </li>
    ))}
  </ol>
);
