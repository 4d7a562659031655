import { l10n } from 'vscode';
import { replyFiles } from '../../node/open.js';
import { tell } from '../messages.js';

/** Deletes the replies that are kept so that the same requests cost nothing again. */
export function clearReplies(): void {
  const bytes = replyFiles().clear();
  tell(l10n.t('{0} MB of kept replies deleted.', (bytes / 1e6).toFixed(1)));
}
