/** What users changed about the issues of a story: kept in the store, given to the record whenever it is made. */
import type { IssueEdits, KeptEdit } from '../desk/source.ts';
import type { IssueEdit } from '../record/index.ts';
import type { Store } from '../store/store.ts';

/** A story's edits, in the order in which they are applied. What this version does not know is passed over. */
export async function readIssueEdits(store: Store, storyId: string): Promise<IssueEdit[]> {
  return (await listEdits(store, storyId)).map(({ edit }) => edit);
}

/** The same for the desk, which also adds to them and takes them back. */
export function issueEdits(store: Store): IssueEdits {
  return {
    list: (storyId) => listEdits(store, storyId),
    add: (storyId, edit) => store.addIssueEdit(storyId, edit),
    remove: async (storyId, number) => {
      await store.removeIssueEdit(storyId, number);
    },
  };
}

async function listEdits(store: Store, storyId: string): Promise<KeptEdit[]> {
  const kept = await store.issueEdits(storyId);
  return kept.flatMap(({ number, edit }) => (isIssueEdit(edit) ? [{ number, edit }] : []));
}

export function isIssueEdit(value: unknown): value is IssueEdit {
  if (value === null || typeof value !== 'object') return false;
  const { kind, issue, label, issues, into, terms } = value as Record<string, unknown>;
  const texts = (list: unknown): boolean => Array.isArray(list) && list.every((item) => typeof item === 'string');
  switch (kind) {
    case 'rename':
      return typeof issue === 'string' && typeof label === 'string';
    case 'merge':
      return texts(issues) && typeof into === 'string' && (label === undefined || typeof label === 'string');
    case 'split':
    case 'pin':
      return typeof issue === 'string' && typeof label === 'string' && texts(terms);
    default:
      return false;
  }
}
