import { defineWords } from '../../i18n/define-words.ts';

/** The names of the members of a customer, and of their values, in the logs of changes. */
export const changedValueWords = defineWords(
  'profile-changes',
  {
    level: 'Level',
    status: 'Verification',
    profile: 'Profile',
    verification: 'Verification',
    verified: 'Verified',
    unverified: 'Not verified',
    pending: 'Being verified',
    name: 'Name',
    firstName: 'First name',
    lastName: 'Last name',
    email: 'Email',
    phones: 'Phone',
    company: 'Company',
    login: 'Login',
    recoveryEmail: 'Recovery email',
    businessAccounts: 'Business accounts',
    taxExempt: 'Tax exempt',
    taxExemptUntil: 'Tax exempt until',
    yes: 'Yes',
    no: 'No',
    before: 'Before',
    after: 'After',
  },
  { id: () => import('./words.id.ts') },
);
