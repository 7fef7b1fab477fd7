/** The answer for the page, in one sentence. */
import type { Exposure, PageExposure, PageReport } from '../../src/exposure/exposure.ts';
import { authorityName } from '../ui/issuer-name.ts';
import { text } from '../ui/text.ts';
import { pageContacts } from './page-contacts.ts';

export function answerText(report: PageReport): string {
  switch (report.kind) {
    case 'not-a-site':
      return text('answerNotASite');
    case 'not-visible':
      return text('answerNotVisible');
    case 'http': {
      const { answer } = report.page;
      return answer === 'asked' || answer === 'may-have-asked'
        ? httpsAnswer(report.page)
        : text('answerHttp');
    }
    case 'https':
      return httpsAnswer(report.page);
  }
}

function httpsAnswer(page: PageExposure): string {
  switch (page.answer) {
    case 'own-site':
      return text('answerOwnSite');
    case 'asked':
      return pageContacts(page).every(({ means }) => means === 'tried')
        ? text('answerTried')
        : text('answerAsked');
    case 'may-have-asked':
      return text('answerMayHaveAsked');
    case 'cannot-tell':
      if (page.main.issuer.is === 'unknown') return text('answerCertificateUnseen');
      return page.main.answer === 'cannot-tell'
        ? text('answerCannotTell')
        : text('answerCannotTellEveryHost');
    case 'probably-not-asked':
      return text('answerProbablyNotAsked');
    case 'no-lets-encrypt':
      return otherIssuer(page.main);
  }
}

function otherIssuer({ issuer }: Exposure): string {
  switch (issuer.is) {
    case 'other':
      return text('answerOtherAuthority', authorityName(issuer.authority, issuer.organization));
    case 'local':
      return text('answerLocalAuthority');
    case 'claimed':
      return text('answerClaimed');
    case 'proven':
    case 'unknown':
      return text('answerNoLetsEncrypt');
  }
}
