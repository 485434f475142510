/** Forms that rename, merge, split and pin an issue, and the edits kept so far, each with a way to undo it. */
import type { FC, PropsWithChildren } from 'hono/jsx';
import type { Issue } from '../../model/record.ts';
import { editsPath } from '../links.ts';
import type { IssueChange, KeptEdit } from '../source.ts';
import type { StoryView } from '../view.ts';

interface IssueFormsProps {
  view: StoryView;
  issue: Issue;
  edits: KeptEdit[];
}

export const IssueForms: FC<IssueFormsProps> = ({ view, issue, edits }) => {
  const others = view.record.issues.filter(({ id }) => id !== issue.id);
  return (
    <section class="others noprint" aria-labelledby="correct">
      <div class="sech">
        <h2 id="correct">Correct this issue</h2>
        <p class="note">articles added later follow it</p>
      </div>
      <div class="corrections">
        <Edit view={view} issue={issue} kind="rename" title="Rename">
          <Field name="label" label="Its name" value={issue.label} />
        </Edit>
        {others.length > 0 && (
          <Edit view={view} issue={issue} kind="merge" title="Merge">
            <label>
              Put into this one
              <select name="from" required>
                {others.map(({ id, label }) => (
                  <option value={id}>{label}</option>
                ))}
              </select>
            </label>
          </Edit>
        )}
        <Edit view={view} issue={issue} kind="split" title="Split">
          <Field name="terms" label="Passages that speak of (words, by commas)" />
          <Field name="label" label="go to an issue named" />
        </Edit>
        <Edit view={view} issue={issue} kind="pin" title="Pin">
          <Field name="terms" label="It takes all that speaks of (words, by commas)" value={issue.terms.join(', ')} />
        </Edit>
      </div>
      <h3 class="label">Changes kept</h3>
      <KeptEdits view={view} issue={issue} edits={edits} />
    </section>
  );
};

/** What was changed so far, each with its undo; that leads back to the issue, or to the state of play where none is given. */
export const KeptEdits: FC<{ view: StoryView; issue?: Issue; edits: KeptEdit[] }> = ({ view, issue, edits }) =>
  edits.length === 0 ? (
    <p class="nothing">none yet</p>
  ) : (
    <ol class="rows">
      {edits.map(({ number, edit }) => (
        <li>
          <form method="post" action={editsPath(view.path)}>
            <input type="hidden" name="kind" value="undo" />
            {issue && <input type="hidden" name="issue" value={issue.id} />}
            <input type="hidden" name="number" value={`${number}`} />
            {changeWords(edit, view)} <button type="submit">Undo</button>
          </form>
        </li>
      ))}
    </ol>
  );

/** A change in a sentence. */
export function changeWords(edit: IssueChange, view: StoryView): string {
  const name = (id: string): string => view.record.issues.find((issue) => issue.id === id)?.label ?? id;
  switch (edit.kind) {
    case 'rename':
      return `${edit.issue} is named “${edit.label}”.`;
    case 'merge':
      return `${edit.issues.map(name).join(', ')} is a part of ${name(edit.into)}.`;
    case 'split':
      return `What speaks of ${edit.terms.join(', ')} leaves ${name(edit.issue)} for “${edit.label}”.`;
    case 'pin':
      return `${name(edit.issue)} takes all that speaks of ${edit.terms.join(', ')}.`;
  }
}

const Edit: FC<PropsWithChildren<{ view: StoryView; issue: Issue; kind: string; title: string }>> = (props) => (
  <form method="post" action={editsPath(props.view.path)} aria-label={`${props.title} this issue`}>
    <input type="hidden" name="kind" value={props.kind} />
    <input type="hidden" name="issue" value={props.issue.id} />
    {props.children}
    <button class="go" type="submit">
      {props.title}
    </button>
  </form>
);

const Field: FC<{ name: string; label: string; value?: string }> = ({ name, label, value }) => (
  <label>
    {label}
    <input type="text" name={name} value={value ?? ''} required maxlength={200} autocomplete="off" />
  </label>
);
