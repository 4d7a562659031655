import { l10n } from 'vscode';

/** Why chunks failed, in plain words, by the code of the reason. */
export function reasonText(code: string): string {
  switch (code) {
    case 'bad-reply':
      return l10n.t('The reply was of no use');
    case 'cut':
      return l10n.t('The reply was cut off');
    case 'refused':
      return l10n.t('The model declined');
    case 'context':
      return l10n.t('The chunk is too long for the model');
    case 'bad-request':
      return l10n.t('The server did not take the request');
    case 'not-found':
      return l10n.t('No such model or address');
    case 'auth':
      return l10n.t('The key is missing or was refused');
    case 'quota':
      return l10n.t('No credit is left');
    case 'rate':
      return l10n.t('Too many requests');
    case 'budget':
      return l10n.t('The budget was used up');
    case 'network':
      return l10n.t('No connection');
    case 'timeout':
      return l10n.t('The server took too long');
    case 'server':
      return l10n.t('The server failed');
    case 'changed':
      return l10n.t('The document had changed meanwhile');
    case 'internal':
      return l10n.t('Something went wrong inside Pairsmith');
    default:
      return l10n.t('For another reason');
  }
}
